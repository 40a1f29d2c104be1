package app.carddesk.guides.ui;

import app.carddesk.guides.Inquiry;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** What whoever is signed in closed last; what was closed just now can be taken back. */
final class InquiryList extends Div {

    private final Clock clock;
    private final Consumer<Inquiry> undo;

    InquiryList(Clock clock, Consumer<Inquiry> undo) {
        this.clock = clock;
        this.undo = undo;
        addClassName("cd-inquiry-lately");
    }

    void show(List<Inquiry> inquiries) {
        removeAll();
        setVisible(!inquiries.isEmpty());
        if (!inquiries.isEmpty()) {
            UnorderedList list = new UnorderedList();
            inquiries.forEach(inquiry -> list.add(row(inquiry)));
            add(new H3(Texts.t("inquiries.lately")), list);
        }
    }

    private ListItem row(Inquiry inquiry) {
        Span topic = new Span(Texts.of(inquiry.topic()));
        topic.addClassName("cd-guide-title");
        Span when = new Span(inquiry.closedAt() == null ? "" : Formats.current().time(inquiry.closedAt()));
        when.addClassName("cd-soft");
        Span outcome = new Span(inquiry.outcome() == null ? "" : Texts.of(inquiry.outcome()));
        outcome.addClassNames("cd-badge", "cd-plain");
        Div line = new Div(when, topic, outcome);
        line.addClassNames("cd-row", "cd-small");
        if (inquiry.undoneAt() != null) {
            outcome.setText(Texts.t("inquiries.isUndone"));
        } else if (inquiry.canBeUndone(clock.instant())) {
            Button back = new Button(Texts.t("inquiries.undo"), event -> undo.accept(inquiry));
            back.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            back.setAriaLabel(Texts.t("inquiries.undo.which", Texts.of(inquiry.topic())));
            line.add(back);
        }
        if (inquiry.note() != null) {
            Span note = new Span(inquiry.note());
            note.addClassName("cd-soft");
            line.add(note);
        }
        return new ListItem(line);
    }
}
