package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.shared.ui.DateField;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of the trail is shown: who, what, about what, and when in the installation's days. */
final class AuditFilters extends Div {

    private static final int SEARCH_AFTER_MS = 300;

    private final ComboBox<Person> person = new ComboBox<>(Texts.t("audit.who"));
    private final ComboBox<String> act = new ComboBox<>(Texts.t("audit.act"));
    private final TextField subject = new TextField(Texts.t("audit.subject"));
    private final DateField from = new DateField(Texts.t("audit.fromDay"));
    private final DateField until = new DateField(Texts.t("audit.untilDay"));

    AuditFilters(AuditLog log, People people, Consumer<AuditQuery> change) {
        addClassNames("cd-row", "cd-audit-filters");
        person.setItems(people.everyone());
        person.setItemLabelGenerator(Person::name);
        person.setClearButtonVisible(true);
        act.setItems(log.acts());
        act.setItemLabelGenerator(ActWords::act);
        act.setClearButtonVisible(true);
        act.setAllowCustomValue(true);
        act.setPlaceholder(Texts.t("audit.act.hint"));
        act.addCustomValueSetListener(event -> act.setValue(event.getDetail()));
        subject.setPlaceholder(Texts.t("audit.subject.hint"));
        subject.setClearButtonVisible(true);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setValueChangeTimeout(SEARCH_AFTER_MS);
        subject.addClassName("cd-audit-subject");
        person.addValueChangeListener(event -> change.accept(query()));
        act.addValueChangeListener(event -> change.accept(query()));
        subject.addValueChangeListener(event -> change.accept(query()));
        from.addValueChangeListener(event -> change.accept(query()));
        until.addValueChangeListener(event -> change.accept(query()));
        add(person, act, subject, from, until);
    }

    AuditQuery query() {
        return new AuditQuery(
                person.getValue() == null ? null : person.getValue().id(),
                Objects.requireNonNullElse(act.getValue(), ""),
                subject.getValue(),
                begin(from.getValue()),
                begin(until.getValue() == null ? null : until.getValue().plusDays(1)));
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.current().zone()).toInstant();
    }
}
