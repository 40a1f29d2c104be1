package app.carddesk.letters;

/** What is asked for with a code that may not just be sent. */
public enum CodeAddressKind {
    /** To another address than the one that was decided on. */
    ELSEWHERE,
    /** To the same address, after as many letters as go out without a second person. */
    ONCE_MORE
}
