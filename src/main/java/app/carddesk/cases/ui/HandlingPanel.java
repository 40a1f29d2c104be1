package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who has the case in hand, and when the customer is called back. */
final class HandlingPanel extends Panel {

    private final FieldEditor<UUID, UUID> assignee;
    private final FieldEditor<LocalDate, LocalDate> callBack;

    HandlingPanel(CaseInputs inputs, People people) {
        super(Texts.t("cases.handling"));
        assignee = inputs.person(CaseField.ASSIGNEE, people);
        callBack = inputs.date(CaseField.CALL_BACK);
        Div fields = new Div(assignee, callBack);
        fields.addClassName("cd-fields");
        add(fields);
    }

    void show(CaseContents contents) {
        List.of(assignee, callBack).forEach(field -> field.show(contents));
    }
}
