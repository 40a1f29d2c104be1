package app.carddesk.cases.conversation;

import app.carddesk.cases.CaseField;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Step;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step that asks for a fact: the field it belongs into, and how the facts tell whether it is known. */
enum Question {
    PROBLEM(Step.ASK_PROBLEM, CaseField.PROBLEM, facts -> facts.report().problem()),
    PLACE(Step.ASK_PLACE, CaseField.TRIED_AT, facts -> facts.report().triedAt()),
    COUNTRY_TRIED(
            Step.ASK_COUNTRY_TRIED, CaseField.TRIED_IN, facts -> facts.report().triedIn()),
    ACCOUNT_REGION(
            Step.ASK_ACCOUNT_REGION,
            CaseField.ACCOUNT_REGION,
            facts -> facts.report().accountRegion()),
    MEMBERSHIP(
            Step.ASK_MEMBERSHIP,
            CaseField.ACTIVE_MEMBERSHIP,
            facts -> facts.report().activeMembership()),
    FIRST_REPORT(
            Step.ASK_FIRST_REPORT,
            CaseField.FIRST_REPORTED,
            facts -> facts.report().firstReported()),
    WHOSE_ACCOUNT(
            Step.ASK_WHOSE_ACCOUNT,
            CaseField.LINKED_ACCOUNT,
            facts -> facts.card() == null ? null : facts.card().account()),
    WHEN_LOST(Step.ASK_WHEN_LOST, CaseField.RISK_PASSED, facts -> facts.report().riskPassed()),
    PURCHASE_DATE(
            Step.ASK_PURCHASE_DATE,
            CaseField.PURCHASE_DATE,
            facts -> facts.purchase().date()),
    PURCHASE_COUNTRY(
            Step.ASK_PURCHASE_COUNTRY,
            CaseField.PURCHASE_COUNTRY,
            facts -> facts.purchase().country());

    private final Step step;
    private final CaseField<?> field;
    private final Function<Facts, @Nullable Object> value;

    Question(Step step, CaseField<?> field, Function<Facts, @Nullable Object> value) {
        this.step = step;
        this.field = field;
        this.value = value;
    }

    static Optional<Question> of(Step step) {
        return Arrays.stream(values()).filter(question -> question.step == step).findFirst();
    }

    CaseField<?> field() {
        return field;
    }

    boolean isAnswered(Facts facts) {
        return value.apply(facts) != null;
    }
}
