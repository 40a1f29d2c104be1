package app.carddesk.cards;

import app.carddesk.shared.NamedSubjects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cards by their serials. */
@Component
class NamedCards implements NamedSubjects {

    private final CardStore cards;

    NamedCards(CardStore cards) {
        this.cards = cards;
    }

    @Override
    public Optional<UUID> idOf(String typed) {
        return Serial.parse(typed).flatMap(cards::find).map(Card::id);
    }

    @Override
    public Optional<String> nameOf(String kind, UUID id) {
        return kind.equals("card") ? cards.find(id).map(card -> card.serial().value()) : Optional.empty();
    }
}
