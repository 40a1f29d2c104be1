package app.carddesk.cards.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.Serial;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.stream.Collectors;

/** Links to the screens about cards. */
public final class CardsNavigation {

    private CardsNavigation() {}

    /** The address of a card's page, below the application's root. */
    public static String card(Serial serial) {
        return "cards/" + serial.value();
    }

    /** A link to a card's page that shows its serial. */
    public static RouterLink link(Serial serial) {
        RouterLink link = new RouterLink(CardView.class, serial.value());
        link.add(new SerialText(serial.value()));
        return link;
    }

    /** What a format is called: its prefix, and its regions where they tell it from another. */
    public static String name(CardFormat format) {
        if (format.regions().isEmpty()) {
            return Texts.t("cards.format", format.prefix());
        }
        Locale locale = UI.getCurrent().getLocale();
        return Texts.t(
                "cards.format.region",
                format.prefix(),
                format.regions().stream()
                        .map(region -> region.displayName(locale))
                        .collect(Collectors.joining(", ")));
    }
}
