package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.Correction;
import app.carddesk.cards.Corrections;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** The corrections that wait for a second supervisor, the oldest first. */
@StyleSheet("context://styles/cards.css")
public final class CorrectionList extends Div {

    private final Corrections corrections;
    private final CurrentPerson person;
    private final People people;

    public CorrectionList(Corrections corrections, CurrentPerson person, People people) {
        this.corrections = corrections;
        this.person = person;
        this.people = people;
        addClassNames("cd-stack", "cd-correction-list");
        refresh();
    }

    private void refresh() {
        removeAll();
        List<Correction> waiting = corrections.waiting();
        if (waiting.isEmpty()) {
            add(new EmptyState(Texts.t("cards.correction.none"), Texts.t("cards.correction.none.hint")));
        }
        waiting.forEach(correction -> add(new CorrectionRow(correction, corrections, person, people, this::refresh)));
    }
}
