package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardChain;
import app.carddesk.cards.ui.CardStateBadge;
import app.carddesk.cards.ui.CardsNavigation;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.replacements.ReplacementChain;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The cards that were issued one for another, in their order, with how each came to be replaced. */
@StyleSheet("context://styles/replacements.css")
class ChainPanel extends Panel {

    private final Card card;
    private final boolean decides;

    /**
     * @param card the one that is looked at
     */
    ChainPanel(ReplacementChain chain, Card card, CurrentPerson person) {
        super(Texts.t("replacements.chain"));
        this.card = card;
        this.decides = person.has(Role.SUPERVISOR);
        CardChain cards = chain.chain();
        addClassName("cd-chain-panel");
        add(small(place(cards, card)));
        OrderedList list = new OrderedList();
        list.addClassName("cd-chain");
        // Without its numbers some screen readers would not take it for a list.
        list.getElement().setAttribute("role", "list");
        list.getElement().setAttribute("aria-label", Texts.t("replacements.chain"));
        chain.links().forEach(link -> list.add(item(link)));
        if (cards.moreBefore()) {
            add(small(Texts.t("replacements.chain.moreBefore", CardChain.MOST)));
        }
        add(list);
        if (cards.moreAfter()) {
            add(small(Texts.t("replacements.chain.moreAfter", CardChain.MOST)));
        }
    }

    /** Where a card stands in its chain, in a sentence. */
    static String place(CardChain chain, Card card) {
        Formats formats = Formats.current();
        int place = chain.place(card.id());
        if (chain.moreBefore()) {
            return Texts.t("replacements.chain.far", formats.number(place - 1L));
        }
        return Texts.t(
                place == 1 ? "replacements.chain.first" : "replacements.chain.place",
                formats.number(place),
                formats.number(chain.cards().size()));
    }

    private ListItem item(ReplacementChain.Link link) {
        Card each = link.card();
        boolean here = each.id().equals(card.id());
        Component serial = here ? new SerialText(each.serial().value()) : CardsNavigation.link(each.serial());
        Div head = new Div(serial, new CardStateBadge(each.state()));
        head.addClassName("cd-row");
        if (here) {
            head.add(new Badge(Texts.t("replacements.chain.here"), Tone.ACCENT));
        }
        ListItem item = new ListItem(head, soft(Texts.of(each.kind())));
        if (here) {
            item.addClassName("cd-chain-here");
            item.getElement().setAttribute("aria-current", "true");
        }
        if (each.state() == CardState.REPLACED) {
            item.add(given(link));
        }
        return item;
    }

    private Component given(ReplacementChain.Link link) {
        ReplacementChain.Given given = link.given();
        if (given == null) {
            return soft(Texts.t("replacements.chain.elsewhere"));
        }
        Formats formats = Formats.current();
        Div line = new Div(
                soft(Texts.t("replacements.chain.given", formats.money(given.amount()), formats.dateTime(given.at()))),
                CasesNavigation.link(given.caseNumber()),
                decides
                        ? ReviewNavigation.link(given.request(), given.number().toString())
                        : soft(given.number().toString()));
        line.addClassNames("cd-row", "cd-chain-given");
        return line;
    }

    private static Paragraph small(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("cd-soft", "cd-small");
        return line;
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.addClassNames("cd-soft", "cd-small");
        return span;
    }
}
