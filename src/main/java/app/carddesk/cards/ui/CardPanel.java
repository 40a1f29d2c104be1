package app.carddesk.cards.ui;

import app.carddesk.cards.Card;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A part of the card page that an upper module brings, as a bean; ordered by {@code @Order}. */
public interface CardPanel {

    /** The panel for a card, or empty when it has nothing to say about it. */
    Optional<Component> create(Card card);
}
