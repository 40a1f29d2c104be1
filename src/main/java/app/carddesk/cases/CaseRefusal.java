package app.carddesk.cases;

/** Why something was not written into a case. */
public enum CaseRefusal {
    /** Closed cases are read only until they are reopened. */
    CASE_CLOSED,
    /** The text holds a redemption code; nothing of it was kept. */
    CONTAINS_CODE,
    /** The text ends in what may become a redemption code; only what stands before it was kept. */
    BEGINS_CODE,
    TOO_LONG,
    IN_THE_FUTURE,
    /** A first report before the purchase. */
    REPORT_BEFORE_PURCHASE,
    /** The moment has passed already. */
    IN_THE_PAST,
    /** It can be taken back only by who did it, and only for a while. */
    TOO_LATE,
    /** There is nothing in it. */
    EMPTY,
    /** The case is about the person signed in: somebody else works on it. */
    OWN_CASE
}
