package app.carddesk.shared;

/** What the customer reports, in the words of the support articles. */
public enum Problem {
    INVALID,
    ALREADY_REDEEMED,
    NOT_ACTIVATED,
    UNREADABLE,
    OTHER_REGION,
    EXPIRED,
    LOST_OR_STOLEN
}
