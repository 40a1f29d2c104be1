package app.carddesk.letters;

/** What came of an act on a letter. */
public sealed interface SentLetter {

    record Done(Letter letter) implements SentLetter {}

    record Refused(Refusal why) implements SentLetter {}

    /** Why nothing was done. */
    enum Refusal {
        SUBJECT_MISSING,
        BODY_MISSING,
        TOO_LONG,
        HOLDS_CODE,
        NOT_AN_ADDRESS,
        /** Mail to the address would go to another than it says. */
        READS_OTHERWISE,
        /** The case is about whoever acts. */
        OWN_CASE,
        /** It is being handed over at this moment. */
        UNDER_WAY,
        /** A code goes nowhere else than it was decided to go; that takes a request of its own. */
        CODE_ELSEWHERE,
        /** The code has gone out as often as it may without a second person. */
        CODE_OFTEN,
        /** Letters of this kind follow from a decision. */
        NOT_BY_HAND
    }
}
