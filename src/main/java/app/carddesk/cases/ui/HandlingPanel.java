package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CallBacks;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.UUID;

/** Who has the case in hand, and when the customer is called back. */
final class HandlingPanel extends Panel {

    private final FieldEditor<UUID, UUID> assignee;
    private final CallBackForm callBack;

    HandlingPanel(CaseInputs inputs, OpenCase open, CallBacks callBacks, People people, Undoing undoing, Clock clock) {
        super(Texts.t("cases.handling"));
        assignee = inputs.person(CaseField.ASSIGNEE, people).whenChanged(undoing::offerAssignment);
        callBack = new CallBackForm(callBacks, open, people, CaseInputs.desk(people), clock);
        Div fields = new Div(assignee);
        fields.addClassName("cd-fields");
        add(fields, callBack);
    }

    void show(CaseContents contents) {
        assignee.show(contents);
        callBack.show(contents);
    }
}
