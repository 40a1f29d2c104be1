package app.carddesk.cards.ui;

import app.carddesk.cards.RecentCards;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The cards that somebody looked at lately, as links. */
public final class RecentCardsPanel extends Panel {

    public RecentCardsPanel(List<RecentCards.Recent> cards) {
        super(Texts.t("cards.recent"));
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-case-links");
        for (RecentCards.Recent card : cards) {
            Span kind = new Span(Texts.of(card.kind()));
            kind.addClassNames("cd-soft", "cd-small");
            Div words = new Div(CardsNavigation.link(card.serial()), kind);
            words.addClassNames("cd-grow", "cd-stacked");
            ListItem item = new ListItem(words);
            item.addClassName("cd-row");
            list.add(item);
        }
        add(list);
    }
}
