package app.carddesk.cards.ui;

import app.carddesk.cards.Serial;
import com.vaadin.flow.router.RouterLink;

/** Links to the screens about cards. */
public final class CardsNavigation {

    private CardsNavigation() {}

    /** The address of a card's page, below the application's root. */
    public static String card(Serial serial) {
        return "cards/" + serial.value();
    }

    /** A link to a card's page that shows its serial. */
    public static RouterLink link(Serial serial) {
        throw new UnsupportedOperationException();
    }
}
