package app.carddesk.replacements;

/** A reason to look twice; a request that has one goes to a supervisor whatever its amount. */
public enum ReviewFlag {
    /** The same customer was given another replacement in the last 90 days. */
    CUSTOMER_REPLACED_RECENTLY,
    /** The card was itself issued as a replacement. */
    CARD_IS_A_REPLACEMENT
}
