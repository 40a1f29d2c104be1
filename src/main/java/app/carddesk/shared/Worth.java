package app.carddesk.shared;

/**
 * What a card is worth, always a whole quantity of one unit: minor units of a currency for a gift card, units of a
 * content item for a content code (terms, section 2: the two are never exchanged for one another).
 */
public sealed interface Worth permits Money, Content {

    /** The whole quantity: minor units (øre, öre, cent) of money, or pieces of content. */
    long quantity();

    /** The unit the ledger keeps this worth in: a currency code, or the content item behind {@value Content#PREFIX}. */
    String unit();

    default boolean isNothing() {
        return quantity() == 0;
    }

    /** The worth of {@code quantity} units of {@code unit}, the inverse of {@link #unit()} and {@link #quantity()}. */
    static Worth of(long quantity, String unit) {
        return unit.startsWith(Content.PREFIX)
                ? new Content(unit.substring(Content.PREFIX.length()), quantity)
                : Money.ofMinor(quantity, unit);
    }
}
