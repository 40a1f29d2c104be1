package app.carddesk.cards.ui;

import app.carddesk.shared.CardKind;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A small drawing of a card that tells its kind by colour and pattern; beside it stands the kind in words. */
@StyleSheet("context://styles/cards.css")
public class CardArt extends Span {

    public CardArt(CardKind kind) {
        addClassNames(
                "cd-card-art",
                "cd-card-art-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        getElement().setAttribute("aria-hidden", true);
    }
}
