package app.carddesk.guides;

/** The documents everything here rests on. */
public enum SourceDocument {
    /** The Swedish support article on cards that cannot be redeemed. */
    ARTICLE_SE,
    /** The Norwegian support article on cards that cannot be redeemed. */
    ARTICLE_NO,
    /** The Norwegian page on billing and subscriptions. */
    BILLING_PAGE,
    /** The Danish terms of 28 June 2022. */
    TERMS
}
