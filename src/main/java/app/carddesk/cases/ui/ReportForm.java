package app.carddesk.cases.ui;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Facts.LinkedAccount;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;

/** What the customer says about the card. */
final class ReportForm extends Panel {

    private final FieldEditor<Problem, Problem> problem;
    private final FieldEditor<Place, Place> triedAt;
    private final FieldEditor<Region, Region> triedIn;
    private final FieldEditor<Region, Region> accountRegion;
    private final FieldEditor<Boolean, Boolean> membership;
    private final FieldEditor<LocalDate, LocalDate> firstReported;
    private final FieldEditor<LinkedAccount, LinkedAccount> linkedAccount;
    private final FieldEditor<Boolean, Boolean> riskPassed;

    ReportForm(CaseInputs inputs) {
        super(Texts.t("cases.report"));
        problem = inputs.choice(CaseField.PROBLEM, Problem.class).wide();
        triedAt = inputs.choice(CaseField.TRIED_AT, Place.class).wide();
        triedIn = inputs.region(CaseField.TRIED_IN);
        accountRegion = inputs.region(CaseField.ACCOUNT_REGION);
        membership = inputs.select(
                CaseField.ACTIVE_MEMBERSHIP,
                List.of(true, false),
                active -> Texts.t(active ? "cases.membership.active" : "cases.membership.none"));
        firstReported = inputs.date(CaseField.FIRST_REPORTED);
        linkedAccount =
                inputs.choice(CaseField.LINKED_ACCOUNT, LinkedAccount.class).wide();
        riskPassed = inputs.select(
                        CaseField.RISK_PASSED, List.of(true, false), passed -> Texts.t("riskPassed." + passed))
                .wide();
        Div fields =
                new Div(problem, riskPassed, linkedAccount, triedAt, triedIn, accountRegion, membership, firstReported);
        fields.addClassName("cd-fields");
        add(fields);
    }

    void show(CaseContents contents) {
        Card card = contents.dossier().card();
        linkedAccount.setVisible(card != null && card.state() == CardState.LINKED
                || contents.values().get(CaseField.LINKED_ACCOUNT) != null);
        riskPassed.setVisible(contents.values().get(CaseField.PROBLEM) == Problem.LOST_OR_STOLEN
                || contents.values().get(CaseField.RISK_PASSED) != null);
        List.of(problem, triedAt, triedIn, accountRegion, membership, firstReported, linkedAccount, riskPassed)
                .forEach(field -> field.show(contents));
    }
}
