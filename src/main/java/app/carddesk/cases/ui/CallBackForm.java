package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CallBack;
import app.carddesk.cases.CallBacks;
import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseContents;
import app.carddesk.shared.ui.DateField;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the customer is called back, in the installation's zone, and by whom; done or put off with one press. */
final class CallBackForm extends Composite<Div> {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CallBacks callBacks;
    private final OpenCase open;
    private final Clock clock;
    private final Paragraph agreed = new Paragraph();
    private final DateField day = new DateField(Texts.t("cases.callBack.day"));
    private final TimePicker time = new TimePicker(Texts.t("cases.callBack.time"));
    private final ComboBox<UUID> who = new ComboBox<>(Texts.t("cases.callBack.who"));
    private final Button agree = new Button(Texts.t("cases.callBack.agree"), event -> agree());
    private final Button done = new Button(Texts.t("cases.callBack.done"), event -> done());
    private final Button hour = new Button(Texts.t("cases.callBack.hour"), event -> inAnHour());
    private final Button tomorrow = new Button(Texts.t("cases.callBack.tomorrow"), event -> tomorrow());
    private @Nullable CallBack shown;
    private boolean drawn;

    CallBackForm(CallBacks callBacks, OpenCase open, People people, List<UUID> desk, Clock clock) {
        this.callBacks = callBacks;
        this.open = open;
        this.clock = clock;
        time.setStep(Duration.ofMinutes(15));
        who.setItems(desk);
        who.setItemLabelGenerator(people::name);
        Stream.of(agree, done, hour, tomorrow).forEach(button -> button.addThemeVariants(ButtonVariant.SMALL));
        Div fields = new Div(day, time, who);
        fields.addClassName("cd-fields");
        Div acts = new Div(agree, done, hour, tomorrow);
        acts.addClassName("cd-actions");
        getContent().add(new H3(Texts.t("cases.callBack.title")), agreed, fields, acts);
        getContent().addClassName("cd-call-back");
    }

    /** Shows what is agreed; what somebody is entering just now stays unless that changed. */
    void show(CaseContents contents) {
        boolean editable = contents.isEditable();
        Stream.of(agree, done, hour, tomorrow).forEach(button -> button.setEnabled(editable));
        day.setReadOnly(!editable);
        time.setReadOnly(!editable);
        who.setReadOnly(!editable);
        Optional<CallBack> now = callBacks.of(open.id());
        if (drawn && now.equals(Optional.ofNullable(shown))) {
            return;
        }
        drawn = true;
        shown = now.orElse(null);
        agreed.setVisible(now.isPresent());
        done.setVisible(now.isPresent());
        agree.setText(Texts.t(now.isPresent() ? "cases.callBack.move" : "cases.callBack.agree"));
        if (now.isPresent()) {
            LocalDateTime at = LocalDateTime.ofInstant(now.get().at(), zone());
            agreed.setText(Texts.t(
                    "cases.callBack.agreed",
                    open.people().name(now.get().by()),
                    Formats.current().dateTime(now.get().at())));
            day.setValue(at.toLocalDate());
            time.setValue(at.toLocalTime());
            who.setValue(now.get().by());
        } else {
            day.clear();
            time.clear();
            who.setValue(open.company().me());
        }
    }

    private void agree() {
        LocalDate on = day.getValue();
        LocalTime at = time.getValue();
        if (on == null || at == null || who.getValue() == null) {
            Toasts.failure(Texts.t("cases.callBack.missing"));
        } else {
            agree(on.atTime(at));
        }
    }

    private void inAnHour() {
        agree(LocalDateTime.ofInstant(clock.instant(), zone()).plusHours(1).truncatedTo(ChronoUnit.MINUTES));
    }

    private void tomorrow() {
        agree(LocalDate.ofInstant(clock.instant(), zone()).plusDays(1).atTime(MORNING));
    }

    private void agree(LocalDateTime at) {
        tell(callBacks.agree(open.id(), at, who.getOptionalValue().orElseGet(open.company()::me)));
    }

    private void done() {
        tell(callBacks.done(open.id()));
    }

    private void tell(CaseAct act) {
        switch (act) {
            case CaseAct.Done _ -> open.refresh();
            case CaseAct.Refused refused -> Toasts.failure(Texts.of(refused.reason()));
        }
    }

    private static ZoneId zone() {
        return Formats.current().zone();
    }
}
