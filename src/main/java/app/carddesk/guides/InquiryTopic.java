package app.carddesk.guides;

/** What customers ask about besides cards; source: the issuer's page on billing and subscriptions. */
public enum InquiryTopic {
    CANCEL_SUBSCRIPTION,
    REFUND,
    PURCHASE_HISTORY,
    PAYMENT_DETAILS,
    /** A declined payment; downloads and updates that fail, too. */
    CANNOT_BUY,
    CHECK_CHARGE,
    CHILD_DEVICE,
    ALL_DEVICES,
    /** The account itself, its password, or a lock on it. */
    ACCOUNT_ACCESS,
    APPLE_MUSIC,
    /** Approval by the bank, also when billing details change. */
    PAYMENT_DIRECTIVE,
    CONTACT_SUPPORT,
    SUPPORT_APP
}
