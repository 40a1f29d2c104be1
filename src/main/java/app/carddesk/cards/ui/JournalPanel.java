package app.carddesk.cards.ui;

import app.carddesk.access.People;
import app.carddesk.cards.CardHistory;
import app.carddesk.cards.Journal;
import app.carddesk.cards.VoidReason;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a card came to its balance and its state. */
class JournalPanel extends Panel {

    private final Formats formats = Formats.current();
    private final People people;

    JournalPanel(List<Journal.Entry> entries, List<CardHistory.Change> changes, People people) {
        super(Texts.t("cards.journal"));
        this.people = people;
        if (entries.isEmpty()) {
            Paragraph nothing = new Paragraph(Texts.t("cards.journal.empty"));
            nothing.addClassName("cd-soft");
            add(nothing);
        } else {
            add(entries(entries));
        }
        H2 history = new H2(Texts.t("cards.history"));
        history.addClassName("cd-card-history");
        add(history, changes(changes));
    }

    private Component entries(List<Journal.Entry> entries) {
        Table table = new Table(
                List.of(
                        Texts.t("cards.journal.when"),
                        Texts.t("cards.journal.what"),
                        Texts.t("cards.journal.amount"),
                        Texts.t("cards.journal.balance")),
                Set.of(2, 3));
        for (Journal.Entry entry : entries) {
            Div what = new Div(new Text(Texts.of(entry.kind())));
            if (entry.other() != null) {
                what.add(new Text(" "), CardsNavigation.link(entry.other()));
            }
            Journal.Corrected correction = entry.correction();
            if (correction != null) {
                what.add(small(Texts.of(correction.reason()) + ": " + correction.words()));
                what.add(small(Texts.t(
                        "cards.correction.people",
                        people.name(correction.askedBy()),
                        people.name(correction.confirmedBy()))));
            }
            if (entry.reversed()) {
                what.add(small(Texts.t("cards.correction.reversed")));
            }
            // A real minus sign, so that the columns align and a screen reader says it.
            String sign = entry.in() ? "+" : "\u2212";
            table.row(
                    new Text(formats.dateTime(entry.at())),
                    what,
                    new Text(sign + formats.money(entry.amount())),
                    new Text(formats.money(entry.balance())));
        }
        return table;
    }

    private static Div small(String text) {
        Div line = new Div(text);
        line.addClassNames("cd-soft", "cd-small");
        return line;
    }

    private Component changes(List<CardHistory.Change> changes) {
        Table table = new Table(
                List.of(
                        Texts.t("cards.journal.when"),
                        Texts.t("cards.history.state"),
                        Texts.t("cards.history.reason"),
                        Texts.t("cards.history.who")),
                Set.of());
        for (CardHistory.Change change : changes) {
            table.row(
                    new Text(formats.dateTime(change.at())),
                    new CardStateBadge(change.to()),
                    new Span(reason(change.reason(), change.to())),
                    new Text(people.name(change.by())));
        }
        return table;
    }

    private static String reason(@Nullable String reason, CardState to) {
        if (reason == null) {
            return "";
        }
        boolean general = Arrays.stream(CardHistory.ChangeReason.values())
                .anyMatch(known -> known.name().equals(reason));
        return general || to != CardState.VOIDED
                ? Texts.of(CardHistory.ChangeReason.valueOf(reason))
                : Texts.of(VoidReason.valueOf(reason));
    }
}
