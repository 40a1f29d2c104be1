package app.carddesk.guides.ui;

import app.carddesk.guides.Guides;
import app.carddesk.guides.Inquiries;
import app.carddesk.guides.Inquiry;
import app.carddesk.guides.InquiryAct;
import app.carddesk.guides.InquiryTopic;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.Map;

/** The desk's place for what customers ask about besides cards: opened and closed in seconds, with the guide beside. */
@StyleSheet("context://styles/guides.css")
public final class InquiryPanel extends Panel {

    private final Inquiries inquiries;
    private final InquiryForm form;
    private final InquiryList lately;
    private final Runnable closed;
    private final Div today = new Div();

    /**
     * @param closed run after an inquiry was closed, for the desk to be ready for the next customer
     */
    public InquiryPanel(Inquiries inquiries, Guides guides, Clock clock, Runnable closed) {
        super(Texts.t("inquiries"));
        this.inquiries = inquiries;
        this.closed = closed;
        this.form = new InquiryForm(inquiries, guides, this::done);
        this.lately = new InquiryList(clock, this::undo);
        addClassName("cd-inquiries");
        today.addClassNames("cd-row", "cd-small");
        today.getElement().setAttribute("role", "status");
        add(form, today, lately);
    }

    /** Shows how things stand now. */
    public void refresh() {
        form.show(inquiries.current().orElse(null));
        lately.show(inquiries.lately());
        count(inquiries.today());
    }

    private void count(Map<InquiryTopic, Integer> counts) {
        today.removeAll();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Span total = new Span(all == 0 ? Texts.t("inquiries.today.none") : Texts.t("inquiries.today", all));
        total.addClassName("cd-soft");
        today.add(total);
        if (all > 0) {
            UnorderedList topics = new UnorderedList();
            topics.addClassNames("cd-row", "cd-inquiry-counts");
            counts.forEach((topic, count) -> topics.add(new ListItem(Texts.t(
                    "inquiries.today.topic", Texts.of(topic), Formats.current().number(count)))));
            today.add(topics);
        }
    }

    private void done(Inquiry inquiry) {
        refresh();
        Toasts.success(Texts.t("inquiries.closed", Texts.of(inquiry.topic())));
        closed.run();
    }

    private void undo(Inquiry inquiry) {
        switch (inquiries.undo(inquiry.id())) {
            case InquiryAct.Done(Inquiry undone) -> {
                Inquiry again = inquiries.open(undone.topic());
                refresh();
                form.again(again, undone.note());
                Toasts.success(Texts.t("inquiries.undone"));
            }
            case InquiryAct.Refused(var reason) -> {
                refresh();
                Toasts.failure(Texts.of(reason));
            }
        }
    }
}
