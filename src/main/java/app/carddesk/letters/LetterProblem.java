package app.carddesk.letters;

/** Why a letter has not left, or has come back. Whether it is tried again is told by its state. */
public enum LetterProblem {
    /** Nobody has said where to. */
    NO_ADDRESS,
    /** The mail server cannot be reached, or broke off. */
    UNREACHABLE,
    /** The mail server does not accept Carddesk's user name and password. */
    SIGN_IN,
    /** The mail server asks to try later. */
    LATER,
    /** The mail server does not know the address, or delivers nothing to it. */
    ADDRESS_REFUSED,
    /** The part before the at sign is beyond ASCII, and the mail server does not carry such (RFC 6531). */
    ADDRESS_NEEDS_SMTPUTF8,
    /** Mail to the address would go to another than it says. */
    ADDRESS_READS_OTHERWISE,
    /** The mail server does not take the letter. */
    LETTER_REFUSED,
    /** No code of the stock stands behind the replacement. */
    NO_CODE,
    /** The letter would carry its code somewhere else than was decided. */
    NOT_DECIDED,
    /** The customer's values were erased. */
    ERASED,
    /** It came back. */
    BOUNCED;

    /** Whether the mail server was asked about this very letter. */
    boolean isOfServer() {
        return switch (this) {
            case UNREACHABLE, LATER, ADDRESS_REFUSED, LETTER_REFUSED -> true;
            case NO_ADDRESS,
                    SIGN_IN,
                    ADDRESS_NEEDS_SMTPUTF8,
                    ADDRESS_READS_OTHERWISE,
                    NO_CODE,
                    NOT_DECIDED,
                    ERASED,
                    BOUNCED -> false;
        };
    }
}
