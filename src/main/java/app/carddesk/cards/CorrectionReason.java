package app.carddesk.cards;

/** Why what stands on a card is wrong. */
public enum CorrectionReason {
    /** The card was paid for, but the till never activated it. */
    RETAILER_DID_NOT_ACTIVATE,
    /** Something was booked twice. */
    CHARGED_TWICE,
    /** What was bought was cancelled or never delivered. */
    PURCHASE_CANCELLED,
    /** The balance went to an account it should not have gone to. */
    LINKED_IN_ERROR,
    /** An import, a till or a person at the desk booked the wrong amount. */
    BOOKING_ERROR
}
