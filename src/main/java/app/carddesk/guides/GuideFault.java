package app.carddesk.guides;

/** What can be wrong with the text of a guide. */
public enum GuideFault {
    TITLE_MISSING,
    SUMMARY_MISSING,
    BODY_MISSING,
    TOO_LONG,
    /** It holds something that looks like a redemption code; those are never kept. */
    HOLDS_CODE,
    /** There is no part for the customer. */
    NO_CUSTOMER_PART,
    /** A link leads neither to a guide nor to https or a mail address. */
    DEAD_LINK
}
