package app.carddesk.cases;

/** Where a case stands. */
public enum CaseState {
    OPEN,
    WAITING_FOR_CUSTOMER,
    WAITING_FOR_RETAILER,
    WAITING_FOR_REVIEW,
    SOLVED,
    CLOSED_WITHOUT_SOLUTION;

    /** Whether work on the case has ended. */
    public boolean isClosed() {
        return this == SOLVED || this == CLOSED_WITHOUT_SOLUTION;
    }
}
