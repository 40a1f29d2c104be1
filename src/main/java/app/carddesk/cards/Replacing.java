package app.carddesk.cards;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;

/** What came of replacing a card. */
public sealed interface Replacing {

    /**
     * @param issued the new card, active and carrying the balance
     * @param moved what was moved to it
     */
    record Replaced(Card issued, Worth moved) implements Replacing {}

    /** Nothing of the same kind, region and unit is in stock. */
    record OutOfStock(CardKind kind, CardForm form, Region region, String unit) implements Replacing {}

    /** What is in stock was brought in by the very people who ask for it or decide on it. */
    record StockOfTheirOwn() implements Replacing {}

    /** There is no unused balance to move. */
    record NothingLeft() implements Replacing {}

    /** The card's state does not allow it: replaced already, linked, or not activated. */
    record NotReplaceable(CardState state) implements Replacing {}
}
