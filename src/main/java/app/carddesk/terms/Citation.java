package app.carddesk.terms;

/** Where a rule comes from. */
public enum Citation {
    /** The Swedish support article on cards that cannot be redeemed. */
    ARTICLE_SE,
    /** The Norwegian support article on cards that cannot be redeemed. */
    ARTICLE_NO,
    /** The Danish terms of 28 June 2022, by section. */
    TERMS_1,
    TERMS_3,
    TERMS_4,
    TERMS_7,
    TERMS_8
}
