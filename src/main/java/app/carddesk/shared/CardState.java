package app.carddesk.shared;

/** Where a card stands in the register. */
public enum CardState {
    /** Sold or in a shop, but never activated: a face value, no balance. */
    NOT_ACTIVATED,
    ACTIVE,
    /** Linked to an account: its balance now stands there and is spent as linked balance (terms, section 3). */
    LINKED,
    VOIDED,
    /** Replaced under section 8 by another card. */
    REPLACED
}
