package app.carddesk.cases;

/** What became of a step taken with the customer. */
public enum StepOutcome {
    HELPED,
    DID_NOT_HELP,
    /** It could not be done, for example because no retailer can be reached. */
    NOT_POSSIBLE,
    /** What was asked is so. */
    YES,
    /** What was asked is not so. */
    NO
}
