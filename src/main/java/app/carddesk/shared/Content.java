package app.carddesk.shared;

/**
 * A quantity of one content item, which is what a content code stands for.
 *
 * @param item the catalogue's key of the item, for example {@code album-1001}
 * @param quantity how many; a code stands for one until it is used, then for none
 */
public record Content(String item, long quantity) implements Worth {

    /** Marks a ledger unit as a content item rather than a currency. */
    public static final String PREFIX = "item:";

    public Content {
        if (item.isBlank()) {
            throw new IllegalArgumentException("A content item needs a key");
        }
        if (quantity < 0) {
            throw new IllegalArgumentException("A quantity of content is never negative");
        }
    }

    @Override
    public String unit() {
        return PREFIX + item;
    }
}
