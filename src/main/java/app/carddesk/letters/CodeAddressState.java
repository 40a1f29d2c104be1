package app.carddesk.letters;

/** Where a request about the address of a code stands. */
public enum CodeAddressState {
    ASKED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** Its requester asked for something else instead. */
    SUPERSEDED
}
