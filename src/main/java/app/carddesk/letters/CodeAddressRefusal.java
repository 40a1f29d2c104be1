package app.carddesk.letters;

/** Why an act on the address of a code was refused. */
public enum CodeAddressRefusal {
    NOT_AN_ADDRESS,
    /** Mail to the address would go to another than it says. */
    READS_OTHERWISE,
    /** The letter carries no code, or its words are gone. */
    NO_CODE,
    /** The case is about whoever acts. */
    OWN_CASE,
    /** Whoever decides asked for it, now or before. */
    OWN_REQUEST,
    /** Whoever decides requested, decided or issued the replacement. */
    OWN_REPLACEMENT,
    /** Whoever decides opened, has or had the case, or wrote its letters. */
    OWN_WORK,
    /** Whoever decides wrote the customer's e-mail, or chose the customer, since the replacement was requested. */
    OWN_ADDRESS,
    /** Only whoever asked can take it back. */
    NOT_YOURS,
    /** Somebody else asked for another address already. */
    ALREADY_ASKED,
    /** The code may be sent there as it is. */
    NO_NEED,
    /** The request, the letter or the customer's address is not what was looked at any more. */
    STALE,
    /** It was decided, or taken back. */
    OVER,
    /** The letter is being handed over at this moment. */
    UNDER_WAY,
    WORDS_MISSING,
    WORDS_TOO_LONG,
    WORDS_HOLD_CODE,
    /** The key was used before for something else, is empty or too long. */
    KEY
}
