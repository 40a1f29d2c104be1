package app.carddesk.replacements;

/** Where a request stands. */
public enum RequestState {
    /** Waits for someone else's decision. */
    PENDING,
    /** Came back to the requester with a question. */
    RETURNED,
    /** Granted, but no card of that kind, form, region and unit is in stock. */
    WAITING_FOR_STOCK,
    ISSUED,
    REFUSED,
    WITHDRAWN;

    /** Whether something can still become of the request. */
    public boolean isOpen() {
        return this == PENDING || this == RETURNED || this == WAITING_FOR_STOCK;
    }
}
