package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ImportRun;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Watching;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The imports that wait for a second person, the oldest first; for supervisors, who do not see all the others. */
@StyleSheet("context://styles/cards.css")
public final class ImportConfirmationList extends Div {

    private final ImportConfirmations confirmations;
    private final CurrentPerson person;
    private final People people;
    private final Runnable drawn;

    /** @param drawn is told each time the list was drawn anew */
    public ImportConfirmationList(
            ImportConfirmations confirmations, CurrentPerson person, People people, Runnable drawn) {
        this.confirmations = confirmations;
        this.person = person;
        this.people = people;
        this.drawn = drawn;
        addClassNames("cd-stack", "cd-import-list");
        Watching.whileAttached(this, confirmations::listen, this::refresh);
        refresh();
    }

    private void refresh() {
        removeAll();
        List<ImportRun> waiting = confirmations.waiting();
        if (waiting.isEmpty()) {
            add(new EmptyState(Texts.t("cards.import.noneWaits"), Texts.t("cards.import.noneWaits.hint")));
        }
        waiting.forEach(run -> add(row(run)));
        drawn.run();
    }

    private Div row(ImportRun run) {
        Span name = new Span(run.fileName());
        name.addClassName("cd-import-name");
        Span when = new Span(Texts.t(
                "cards.import.who",
                people.name(run.startedBy()),
                Formats.current().dateTime(run.startedAt())));
        when.addClassNames("cd-soft", "cd-small");
        Div row = new Div(name, when, new ImportToConfirm(run, confirmations, person, this::refresh));
        row.addClassNames("cd-callout", "cd-stacked");
        return row;
    }
}
