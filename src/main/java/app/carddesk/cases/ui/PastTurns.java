package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What was asked and done, each with what came of it and a way to take it back. */
final class PastTurns extends Div {

    private final CaseContents contents;
    private final People people;
    private final TurnActs acts;
    private final Runnable answered;

    PastTurns(List<Turn> past, CaseContents contents, People people, TurnActs acts, Runnable answered) {
        this.contents = contents;
        this.people = people;
        this.acts = acts;
        this.answered = answered;
        List<Turn> facts = past.stream().filter(turn -> turn.outcome() == null).toList();
        if (!facts.isEmpty()) {
            // The fields beside this say the same; here they are only to be found, not in the way.
            Details known = new Details(Texts.t("conversation.known", facts.size()), list(facts));
            known.addClassName("cd-known");
            add(known);
        }
        OrderedList steps =
                list(past.stream().filter(turn -> turn.outcome() != null).toList());
        steps.getElement().setAttribute("aria-label", Texts.t("conversation.done"));
        steps.setVisible(steps.getChildren().findAny().isPresent());
        add(steps);
    }

    private OrderedList list(List<Turn> turns) {
        OrderedList list = new OrderedList();
        list.addClassName("cd-steps");
        turns.forEach(turn -> list.add(item(turn)));
        return list;
    }

    private ListItem item(Turn turn) {
        String step = Texts.t("terms.step." + turn.step().name());
        Span words = new Span(step);
        words.addClassName("cd-grow");
        CaseField<?> field = turn.field();
        Span answer = new Span(
                turn.outcome() != null
                        ? TurnWords.outcome(turn.step(), turn.outcome())
                        : field == null ? "" : value(field));
        answer.addClassName("cd-step-answer");
        ListItem item = new ListItem(words, answer);
        item.addClassNames("cd-step", "cd-step-done");
        if (contents.isEditable()) {
            Button undo = new Button(Texts.t("cases.steps.undo"), event -> {
                answered.run();
                if (turn.outcome() == null && field != null) {
                    acts.forget(field);
                } else {
                    acts.undo(turn.step());
                }
            });
            undo.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            undo.setAriaLabel(Texts.t("cases.steps.act", Texts.t("cases.steps.undo"), step));
            item.add(undo);
        }
        return item;
    }

    private <T> String value(CaseField<T> field) {
        return TurnWords.value(field, contents.values().get(field), people);
    }
}
