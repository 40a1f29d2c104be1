package app.carddesk.letters;

/** Where a letter stands. */
public enum LetterState {
    WAITING,
    /** It is being handed to the mail server. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** It is tried no more, until somebody says so. */
    FAILED,
    /** It was sent and came back. */
    BOUNCED,
    /** Made for print or post; it is never mailed. */
    PRINTED;

    /** Whether it has not left yet, so that its address can still be corrected. */
    boolean isHere() {
        return this == WAITING || this == FAILED;
    }
}
