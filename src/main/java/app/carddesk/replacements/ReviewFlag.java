package app.carddesk.replacements;

/** A reason to look twice; a request that has one goes to a supervisor whatever its amount. */
public enum ReviewFlag {
    /** The same customer was given another replacement in the last 90 days. */
    CUSTOMER_REPLACED_RECENTLY,
    /** The card was itself issued as a replacement. */
    CARD_IS_A_REPLACEMENT,
    /** The customer's e-mail or phone is, or once was, another customer's too. */
    CONTACT_SHARED,
    /** The customer has no e-mail, so the code can be sent nowhere until two people have decided where to. */
    NO_EMAIL,
    /** The customer's e-mail or phone was changed after the replacement was granted. */
    CONTACT_CHANGED,
    /** The requester would issue more without a decision than one person may in a day. */
    PERSON_DAY_LIMIT,
    /** The customer would be given more without a decision than one customer may be in a month. */
    CUSTOMER_MONTH_LIMIT,
    /** More would be issued without a decision than for one card, with those it replaces. */
    CARD_LIMIT
}
