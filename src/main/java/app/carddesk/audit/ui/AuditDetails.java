package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.PersonalValue.Slot;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event with everything that is told of it; personal values only once they are asked for. */
final class AuditDetails extends Dialog {

    private final AuditLog log;
    private final AuditLine line;
    private final DescriptionList facts = new DescriptionList();
    private final Div personal = new Div();

    AuditDetails(AuditLine line, AuditLog log, People people) {
        this.log = log;
        this.line = line;
        setHeaderTitle(ActWords.act(line.act()));
        addClassName("cd-audit-details");
        facts.addClassName("cd-facts");
        fact("audit.act", line.act());
        fact("audit.when", Formats.current().dateTime(line.at()) + " (" + line.at() + ")");
        fact("audit.who", line.actor() == null ? Texts.t("audit.nobody") : people.name(line.actor()));
        fact("audit.from", line.cameFrom());
        fact("audit.subject", AuditGrid.subject(line, log, people));
        fact("audit.id", line.subjectId().toString());
        fact("audit.before", line.before());
        fact("audit.after", line.after());
        fact("audit.why", line.reason());
        fact("audit.chain", line.stream() + " · " + Formats.current().number(line.sequence()));
        fact("audit.hash", line.hash());
        fact("audit.eventId", line.id().toString());
        add(facts);
        if (line.hasPersonal()) {
            Button reveal = new Button(Texts.t("audit.reveal"), click -> reveal());
            Paragraph words = new Paragraph(Texts.t("audit.reveal.hint"));
            words.addClassNames("cd-soft", "cd-small");
            personal.add(words, reveal);
            personal.addClassName("cd-stacked");
            personal.getElement().setAttribute("aria-live", "polite");
            add(personal);
        }
        Button close = new Button(Texts.t("audit.close"), click -> close());
        close.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        getFooter().add(close);
    }

    private void reveal() {
        Map<Slot, String> values = log.reveal(line.id());
        DescriptionList list = new DescriptionList();
        list.addClassName("cd-facts");
        values.forEach(
                (slot, text) -> add(list, Texts.t("audit.personal." + slot.name()), new Span(PersonalText.of(text))));
        personal.removeAll();
        personal.add(list);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null) {
            add(facts, Texts.t(key), new Span(value));
        }
    }

    private static void add(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
