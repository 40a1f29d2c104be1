package app.carddesk.cases.ui;

import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.DoneStep;
import app.carddesk.cases.StepOutcome;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.terms.Step;
import app.carddesk.terms.Verdict;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What to try with the customer, and what was tried already. */
final class StepsPanel extends Panel {

    /** Steps with an outcome to write down. The others are answered by the fields, the proofs and the acts around. */
    private static final Set<Step> WITH_CUSTOMER = EnumSet.of(
            Step.PROPOSE_LOOK_ALIKES,
            Step.POINT_TO_TOP_UP_GUIDANCE,
            Step.SIGN_OUT_AND_IN,
            Step.SHOW_MEMBERSHIP,
            Step.ASK_RETAILER,
            Step.NAME_RIGHT_PLACE,
            Step.NAME_RIGHT_REGION,
            Step.CHECK_CHARACTERS,
            Step.TRY_AGAIN);

    private final CaseWork work;
    private final OpenCase open;
    private List<Object> shown = List.of();

    StepsPanel(CaseWork work, OpenCase open) {
        super(Texts.t("cases.steps"));
        this.work = work;
        this.open = open;
    }

    void show(CaseContents contents) {
        Set<Step> done = contents.steps().stream().map(DoneStep::step).collect(Collectors.toSet());
        List<Step> next = contents.dossier().verdict().reasons().stream()
                .map(Verdict.Reason::steps)
                .flatMap(List::stream)
                .distinct()
                .filter(WITH_CUSTOMER::contains)
                .filter(step -> !done.contains(step))
                .toList();
        // Buttons that still say the same stay the same ones, under the pointer and the focus.
        List<Object> now = List.of(contents.steps(), next, contents.isEditable());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        OrderedList list = new OrderedList();
        list.addClassName("cd-steps");
        contents.steps().forEach(step -> list.add(done(step, contents.isEditable())));
        next.forEach(step -> list.add(next(step, contents.isEditable())));
        Paragraph nothing = new Paragraph(Texts.t("cases.steps.none"));
        nothing.addClassName("cd-soft");
        Component[] content =
                list.getChildren().findAny().isPresent() ? new Component[] {list} : new Component[] {nothing};
        show(content);
    }

    private ListItem done(DoneStep step, boolean editable) {
        Span words = words(step.step());
        Span outcome = new Span(Texts.of(step.outcome()));
        outcome.addClassNames("cd-soft", "cd-small");
        ListItem item = new ListItem(words, outcome);
        item.addClassNames("cd-step", "cd-step-done");
        if (editable) {
            item.add(act("cases.steps.undo", step.step(), () -> work.undo(open.id(), step.step())));
        }
        return item;
    }

    private ListItem next(Step step, boolean editable) {
        ListItem item = new ListItem(words(step));
        item.addClassNames("cd-step", "cd-step-next");
        if (editable) {
            Div acts = new Div();
            acts.addClassName("cd-actions");
            for (StepOutcome outcome : StepOutcome.values()) {
                acts.add(act(Texts.key(outcome), step, () -> work.take(open.id(), step, outcome)));
            }
            item.add(acts);
        }
        return item;
    }

    private Button act(String key, Step step, Supplier<CaseAct> act) {
        Button button = new Button(Texts.t(key), event -> {
            switch (act.get()) {
                case CaseAct.Done _ -> open.refresh();
                case CaseAct.Refused refused -> Toasts.failure(Texts.of(refused.reason()));
            }
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Texts.t("cases.steps.act", Texts.t(key), Texts.t("terms.step." + step.name())));
        return button;
    }

    private static Span words(Step step) {
        Span words = new Span(Texts.t("terms.step." + step.name()));
        words.addClassName("cd-grow");
        return words;
    }
}
