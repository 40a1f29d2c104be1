package app.carddesk.cards;

import java.util.List;
import java.util.UUID;

/**
 * The cards that were issued one for another, the first of all first. A card that neither replaces nor was replaced is
 * alone in it.
 *
 * @param moreBefore whether there are earlier ones than these · @param moreAfter whether there are later ones
 */
public record CardChain(List<Card> cards, boolean moreBefore, boolean moreAfter) {

    /** The most cards before, and the most after, the one that is looked at. */
    public static final int MOST = 20;

    public CardChain {
        cards = List.copyOf(cards);
    }

    /** Whether there is more than one card. */
    public boolean isLinked() {
        return cards.size() > 1;
    }

    /** Which of the cards this is, counted from 1; 0 if it is none of them. */
    public int place(UUID card) {
        return cards.stream().map(Card::id).toList().indexOf(card) + 1;
    }
}
