package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.cards.CardChain;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card's chain with what led from each card to the next.
 *
 * @param links as many as the chain has cards, in their order
 */
public record ReplacementChain(CardChain chain, List<Link> links) {

    public ReplacementChain {
        links = List.copyOf(links);
    }

    /**
     * A card of the chain.
     *
     * @param given how it was replaced in its turn; null for the last one, and for one that was replaced before it came
     *     into the register
     */
    public record Link(Card card, @Nullable Given given) {}

    /** What was given for a card: at which request of which case, how much, and when. */
    public record Given(UUID request, RequestNumber number, CaseNumber caseNumber, Worth amount, Instant at) {}
}
