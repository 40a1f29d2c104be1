package app.carddesk.cards.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardLookup.Hit;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Objects;

/** Helps to find a card that was not found: what it may be misread for, where its serial stands, what to ask for. */
class CardHelp extends Div {

    /**
     * @param title what happened
     * @param words what it means; never what was given, if that may have been a code
     */
    CardHelp(String title, String words, List<Hit> proposals, List<CardFormat> formats) {
        add(new PageHeader(title).subtitle(words));
        Div stack = new Div();
        stack.addClassName("cd-stack");
        if (!proposals.isEmpty()) {
            stack.add(proposals(proposals));
        }
        stack.add(where(formats), otherwise());
        add(stack);
    }

    private static Component proposals(List<Hit> proposals) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-card-proposals");
        for (Hit hit : proposals) {
            RouterLink link = new RouterLink("", CardView.class, hit.serial().value());
            link.add(new SerialText(hit.serial().value(), hit.differing()));
            Span words = new Span(Texts.t(
                    "cards.help.proposal",
                    Texts.of(hit.kind()),
                    hit.soldIn().displayName(UI.getCurrent().getLocale())));
            words.addClassNames("cd-soft", "cd-small");
            list.add(new ListItem(new CardArt(hit.kind()), link, words, new CardStateBadge(hit.state())));
        }
        return new Panel(Texts.t("cards.help.proposals"), list);
    }

    private static Component where(List<CardFormat> formats) {
        Panel panel = new Panel(Texts.t("cards.help.where"), new Paragraph(Texts.t("cards.help.where.words")));
        formats.stream()
                .map(CardFormat::question)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(question -> panel.add(new Paragraph(Texts.t("cards.format.question." + question))));
        Div drawings = new Div();
        drawings.addClassName("cd-card-backs");
        for (CardFormat format : formats) {
            Paragraph name = new Paragraph(CardsNavigation.name(format));
            name.addClassName("cd-small");
            Div one = new Div(name, new CardBackDrawing(format));
            drawings.add(one);
        }
        panel.add(drawings);
        return panel;
    }

    private static Component otherwise() {
        return new Panel(
                Texts.t("cards.help.otherwise"),
                new UnorderedList(
                        new ListItem(Texts.t("cards.help.picture")),
                        new ListItem(Texts.t("cards.help.digital")),
                        new ListItem(Texts.t("cards.help.nothing"))),
                new Anchor("", Texts.t("cards.help.search")));
    }
}
