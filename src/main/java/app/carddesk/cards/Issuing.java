package app.carddesk.cards;

import app.carddesk.cards.CardHistory.ChangeReason;
import app.carddesk.cards.Ledger.Occasion;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Worth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a new card in the place of an old one: the whole unused balance moves, and each points at the other. Part of the
 * caller's transaction, which holds the old card's row.
 */
@Component
class Issuing {

    private final CardStore cards;
    private final Ledger ledger;

    Issuing(CardStore cards, Ledger ledger) {
        this.cards = cards;
        this.ledger = ledger;
    }

    /**
     * @param issued not activated yet; activated here
     * @throws IllegalStateException if the old card is not active
     */
    void issue(Card old, RegisteredCard issued, Occasion occasion, ChangeReason reason) {
        Worth moved = old.balance();
        issued.activate(occasion.at());
        cards.insert(List.of(issued));
        ledger.open(List.of(new Ledger.Opening(issued.id(), moved.unit(), 0)));
        ledger.replace(old.id(), issued.id(), moved, occasion);
        RegisteredCard replaced = RegisteredCard.of(old);
        RegisteredCard.Transition transition = replaced.replaceBy(issued.id());
        cards.update(replaced);
        cards.record(
                List.of(change(issued, occasion, null, reason), change(replaced, occasion, transition.from(), reason)));
    }

    private static CardStore.Change change(
            RegisteredCard card, Occasion occasion, @Nullable CardState from, ChangeReason reason) {
        return new CardStore.Change(card.id(), occasion.at(), occasion.actor(), from, card.state(), reason.name());
    }
}
