package app.carddesk.guides.ui;

import app.carddesk.guides.Guide;
import app.carddesk.guides.GuideSubject;
import app.carddesk.guides.Guides;
import app.carddesk.guides.Inquiries;
import app.carddesk.guides.Inquiry;
import app.carddesk.guides.InquiryAct;
import app.carddesk.guides.InquiryOutcome;
import app.carddesk.guides.InquiryTopic;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens an inquiry by its topic, shows the guide, and closes with one act: the button that says what became of it. */
final class InquiryForm extends Div {

    private final Inquiries inquiries;
    private final Guides guides;
    private final Consumer<Inquiry> closed;
    private final ComboBox<InquiryTopic> topic = new ComboBox<>(Texts.t("inquiries.topic"));
    private final TextField note = new TextField(Texts.t("inquiries.note"));
    private final Div closing = new Div();
    private final Div guide = new Div();
    private @Nullable Inquiry open;

    InquiryForm(Inquiries inquiries, Guides guides, Consumer<Inquiry> closed) {
        this.inquiries = inquiries;
        this.guides = guides;
        this.closed = closed;
        addClassName("cd-inquiry");
        topic.setItemLabelGenerator(Texts::of);
        topic.setItems(query -> guides.topics(query.getFilter().orElse(""), Language.of(getLocale())).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        topic.setPlaceholder(Texts.t("inquiries.topic.example"));
        topic.setHelperText(Texts.t("inquiries.topic.hint"));
        topic.setClearButtonVisible(true);
        topic.setWidthFull();
        topic.getElement().setAttribute("aria-keyshortcuts", "Alt+I");
        topic.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(event.getValue());
            }
        });
        note.setMaxLength(Inquiry.LONGEST_NOTE);
        note.setHelperText(Texts.t("inquiries.note.hint"));
        note.setManualValidation(true);
        note.setWidthFull();
        Div outcomes = new Div();
        outcomes.addClassName("cd-actions");
        outcomes.getElement().setAttribute("role", "group");
        outcomes.getElement().setAttribute("aria-label", Texts.t("inquiries.close"));
        for (InquiryOutcome outcome : InquiryOutcome.values()) {
            Button button = new Button(Texts.of(outcome), event -> close(outcome));
            if (outcome == InquiryOutcome.ANSWERED) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            outcomes.add(button);
        }
        closing.add(note, outcomes);
        closing.addClassName("cd-inquiry-closing");
        guide.addClassName("cd-inquiry-guide");
        Div left = new Div(topic, closing);
        left.addClassName("cd-inquiry-form");
        add(left, guide);
    }

    void show(@Nullable Inquiry inquiry) {
        open = inquiry;
        closing.setVisible(inquiry != null);
        guide.setVisible(inquiry != null);
        guide.removeAll();
        if (inquiry == null) {
            topic.clear();
            note.clear();
            note.setInvalid(false);
        } else {
            topic.setValue(inquiry.topic());
            Guide text = guides.read(new GuideSubject.OfTopic(inquiry.topic()), Language.of(getLocale()));
            Div acts = new Div(new CopyForCustomer(text), GuidesNavigation.link(text, null));
            acts.addClassName("cd-actions");
            guide.add(acts, new GuideArticle(text.text().body(), text.language()));
        }
    }

    /** Shows an inquiry whose closing was taken back, with the note it had. */
    void again(Inquiry inquiry, @Nullable String words) {
        show(inquiry);
        note.setValue(words == null ? "" : words);
        note.focus();
    }

    private void choose(@Nullable InquiryTopic chosen) {
        if (chosen == null) {
            inquiries.drop();
            show(null);
        } else {
            show(inquiries.open(chosen));
        }
    }

    private void close(InquiryOutcome outcome) {
        if (open == null) {
            return;
        }
        switch (inquiries.close(open.id(), outcome, note.getValue())) {
            case InquiryAct.Done(Inquiry inquiry) -> closed.accept(inquiry);
            case InquiryAct.Refused(var reason) -> {
                note.setErrorMessage(Texts.of(reason));
                note.setInvalid(true);
                note.focus();
            }
        }
    }
}
