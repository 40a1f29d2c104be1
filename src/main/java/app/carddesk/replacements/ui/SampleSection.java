package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.replacements.Refusal;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.replacements.Samples;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Brings to the review what was drawn to be looked at: a row goes once somebody has said that they looked at it. */
@org.springframework.stereotype.Component
@Order(5)
class SampleSection implements ReviewSection {

    /** As many as anybody looks at in one go; the next ones come as these go. */
    private static final int SHOWN = 50;

    private final Samples samples;
    private final ReviewQueue queue;
    private final CurrentPerson person;
    private final People people;
    private final Clock clock;

    SampleSection(Samples samples, ReviewQueue queue, CurrentPerson person, People people, Clock clock) {
        this.samples = samples;
        this.queue = queue;
        this.person = person;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String title() {
        return Texts.t("replacements.tab.samples");
    }

    @Override
    public int count() {
        return samples.countToLookAt();
    }

    @Override
    public Component create(Runnable drawn) {
        Div list = new Div();
        list.addClassNames("cd-stack", "cd-samples");
        draw(list, drawn);
        return list;
    }

    private void draw(Div list, Runnable drawn) {
        list.removeAll();
        List<ReviewQueue.IssuedAlone> rows = queue.toLookAt(0, SHOWN);
        if (rows.isEmpty()) {
            list.add(new EmptyState(Texts.t("replacements.samples.none"), Texts.t("replacements.samples.none.hint")));
        }
        ReviewRows lines = new ReviewRows(people, clock);
        rows.forEach(row -> list.add(lines.issuedAlone(row), act(row, () -> draw(list, drawn))));
        drawn.run();
    }

    private Component act(ReviewQueue.IssuedAlone row, Runnable changed) {
        if (row.by().equals(person.id())) {
            Span own = new Span(Texts.t("replacements.samples.own"));
            own.addClassNames("cd-soft", "cd-small");
            return own;
        }
        Button looked = new Button(
                Texts.t("replacements.samples.looked"),
                click -> new WordsDialog(
                                Texts.t(
                                        "replacements.samples.looked.title",
                                        row.caseNumber().toString()),
                                Texts.t("replacements.samples.looked.text"),
                                Texts.t("replacements.samples.looked.words"),
                                Texts.t("replacements.samples.looked.yes"),
                                false,
                                (words, key) -> told(samples.lookedAt(row.id(), words), changed))
                        .open());
        looked.setAriaLabel(
                Texts.t("replacements.samples.looked.of", row.caseNumber().toString()));
        return looked;
    }

    private static boolean told(Optional<Refusal> refusal, Runnable changed) {
        if (refusal.isEmpty()) {
            Toasts.success(Texts.t("replacements.samples.looked.done"));
        } else {
            Toasts.failure(RequestTexts.of(refusal.get()));
        }
        boolean over = refusal.filter(Refusal.UnfitWords.class::isInstance).isEmpty();
        if (over) {
            changed.run();
        }
        return over;
    }
}
