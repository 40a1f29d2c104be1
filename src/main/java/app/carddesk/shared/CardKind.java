package app.carddesk.shared;

/** The kinds of card and code, as the issuer's articles and terms tell them apart. */
public enum CardKind {
    /** Bought for content; older balances now also buy products (terms, section 2). Never expires. */
    APP_STORE_ITUNES,
    /** A membership or content; its region must match the account's. Never expires. */
    APPLE_MUSIC,
    /** Products only; cannot buy content (terms, section 3). */
    APPLE_STORE,
    /** Content and products, physical or digital (terms, section 2). */
    APPLE_GIFT_CARD,
    /** A code for one content item; apart from gift cards in the terms, and the only kind that expires. */
    CONTENT_CODE,
    /** The Top-Up card of mainland China, which has guidance of its own. */
    TOP_UP_CHINA;

    /** Whether this kind carries an expiry date: content codes alone do. */
    public boolean expires() {
        return this == CONTENT_CODE;
    }
}
