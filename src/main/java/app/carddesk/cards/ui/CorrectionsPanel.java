package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.Card;
import app.carddesk.cards.Correction;
import app.carddesk.cards.CorrectionKind;
import app.carddesk.cards.CorrectionState;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.EntryKind;
import app.carddesk.cards.Journal;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;

/** Corrections of a card, for supervisors: what waits, what was done, and what can be asked for. */
class CorrectionsPanel extends Panel {

    private final Corrections corrections;
    private final Runnable refresh;

    private CorrectionsPanel(Corrections corrections, Runnable refresh) {
        super(Texts.t("cards.correction.title"));
        this.corrections = corrections;
        this.refresh = refresh;
        addClassName("cd-corrections");
    }

    /** The panel, or nothing where there is nothing to correct and nothing was. */
    static Optional<Component> of(
            Card card,
            List<Journal.Entry> entries,
            Corrections corrections,
            CurrentPerson person,
            People people,
            Runnable refresh) {
        CorrectionsPanel panel = new CorrectionsPanel(corrections, refresh);
        List<Correction> known = corrections.of(card.id());
        boolean waits = known.stream().anyMatch(correction -> correction.state() == CorrectionState.ASKED);
        Div acts = waits ? new Div() : panel.acts(card, entries);
        acts.addClassName("cd-actions");
        if (known.isEmpty() && acts.getChildren().findAny().isEmpty()) {
            return Optional.empty();
        }
        Paragraph words = new Paragraph(Texts.t("cards.correction.words"));
        words.addClassNames("cd-soft", "cd-small");
        panel.add(words);
        known.forEach(correction -> panel.add(new CorrectionRow(correction, corrections, person, people, refresh)));
        if (acts.getChildren().findAny().isPresent()) {
            panel.add(acts);
        }
        return Optional.of(panel);
    }

    private Div acts(Card card, List<Journal.Entry> entries) {
        Div acts = new Div();
        List<Journal.Entry> reversible = entries.stream()
                .filter(entry -> !entry.reversed() && isReversible(entry.kind(), card.state()))
                .toList();
        switch (card.state()) {
            case NOT_ACTIVATED -> acts.add(button(CorrectionKind.ACTIVATION, card, reversible));
            case ACTIVE, VOIDED -> acts.add(button(CorrectionKind.BALANCE, card, reversible));
            case LINKED, REPLACED -> {}
        }
        if (!reversible.isEmpty()) {
            acts.add(button(CorrectionKind.REVERSAL, card, reversible));
        }
        return acts;
    }

    private Button button(CorrectionKind kind, Card card, List<Journal.Entry> reversible) {
        return new Button(
                Texts.t("cards.correction.ask." + kind.name()),
                event -> new CorrectionDialog(kind, card, reversible, corrections, refresh).open());
    }

    private static boolean isReversible(EntryKind kind, CardState state) {
        return switch (kind) {
            case SPENDING, CORRECTION -> state == CardState.ACTIVE || state == CardState.VOIDED;
            case LINKING -> state == CardState.LINKED;
            case ACTIVATION, REPLACEMENT, REVERSAL -> false;
        };
    }
}
