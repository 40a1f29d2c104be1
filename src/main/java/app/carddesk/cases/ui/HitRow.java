package app.carddesk.cases.ui;

import app.carddesk.cards.CardLookup;
import app.carddesk.cards.Serial;
import app.carddesk.cards.ui.CardArt;
import app.carddesk.cards.ui.CardStateBadge;
import app.carddesk.cards.ui.CardsNavigation;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card that was found: a link to it, what it is, and the start of a case. */
final class HitRow extends ListItem {

    HitRow(CardLookup.Hit hit, Consumer<Serial> start) {
        addClassName("cd-hit");
        Anchor link = new Anchor(
                CardsNavigation.card(hit.serial()), new SerialText(hit.serial().value(), hit.differing()));
        link.addClassName("cd-hit-link");
        Span about = new Span(about(hit));
        about.addClassNames("cd-soft", "cd-small");
        Div words = new Div(link, about);
        words.addClassNames("cd-grow", "cd-stacked");
        Span worth = new Span(
                hit.state() == CardState.NOT_ACTIVATED ? "—" : Formats.current().money(hit.balance()));
        worth.addClassName("cd-hit-worth");
        Button open = new Button(Texts.t("cases.desk.start"), event -> start.accept(hit.serial()));
        open.addThemeVariants(ButtonVariant.SMALL);
        open.addClassName("cd-hit-start");
        open.setAriaLabel(Texts.t("cases.desk.startFor", hit.serial().value()));
        add(new CardArt(hit.kind()), words, new CardStateBadge(hit.state()), worth, open);
    }

    private static String about(CardLookup.Hit hit) {
        return Stream.of(
                        Texts.of(hit.kind()),
                        Texts.t("cases.desk.soldIn", CanonicalWords.region(hit.soldIn())),
                        hit.retailer(),
                        hit.expiry() == null
                                ? null
                                : Texts.t(
                                        "cases.desk.expires", Formats.current().date(hit.expiry())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
