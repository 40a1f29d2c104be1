package app.carddesk.terms;

import static app.carddesk.terms.Findings.none;

import app.carddesk.shared.Problem;
import java.util.Objects;
import java.util.Optional;

/** Rows 11 to 14: what is not covered, or no longer: loss, expiry, a balance that is spent. */
final class CoverRows {

    private CoverRows() {}

    /** Only the terms that govern the purchase can put the loss on the customer, so they must be on file. */
    static Optional<Verdict.Reason> lostAfterRiskPassed(Situation now) {
        var terms = now.governingTerms();
        if (!now.isReported(Problem.LOST_OR_STOLEN) || !riskPassed(now) || terms.isEmpty()) {
            return none();
        }
        return aboutLoss(now, Rule.LOST_AFTER_RISK_PASSED)
                .saw(new Fact.Terms(terms.get()))
                .then(Step.EXPLAIN_RISK, Step.OFFER_SUPERVISOR)
                .reason();
    }

    /** Everything short of a certain row 11, what nobody knows yet included: a loss is never declined on a guess. */
    static Optional<Verdict.Reason> lostOtherwise(Situation now) {
        if (!now.isReported(Problem.LOST_OR_STOLEN)
                || (riskPassed(now) && now.governingTerms().isPresent())) {
            return none();
        }
        var purchase = now.purchase();
        return aboutLoss(now, Rule.LOST_OTHERWISE)
                .sawIfKnown(purchase.date(), Fact.BoughtOn::new)
                .sawIfKnown(purchase.country(), Fact.BoughtIn::new)
                .thenIf(now.report().riskPassed() == null, Step.ASK_WHEN_LOST)
                .lacksIf(purchase.date() == null, Fact.Missing.PURCHASE_DATE, Step.ASK_PURCHASE_DATE)
                .lacksIf(purchase.country() == null, Fact.Missing.PURCHASE_COUNTRY, Step.ASK_PURCHASE_COUNTRY)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> expiredBeforeReport(Situation now) {
        if (now.expiredBeforeFirstReport() != Situation.Answer.YES) {
            return none();
        }
        return Findings.of(Rule.EXPIRED_BEFORE_REPORT)
                .saw(new Fact.Kind(now.card().kind()))
                .sawIfKnown(now.card().expiry(), Fact.Expires::new)
                .sawIfKnown(now.report().firstReported(), Fact.FirstReported::new)
                .then(Step.EXPLAIN_EXPIRY, Step.OFFER_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> nothingUnused(Situation now) {
        if (!now.isActive() || !now.card().unused().isNothing()) {
            return none();
        }
        return Findings.of(Rule.NOTHING_UNUSED)
                .saw(
                        new Fact.State(now.card().state()),
                        new Fact.Unused(now.card().unused()))
                .then(Step.EXPLAIN_BALANCE, Step.OFFER_SUPERVISOR)
                .reason();
    }

    private static boolean riskPassed(Situation now) {
        return Objects.equals(now.report().riskPassed(), true);
    }

    private static Findings aboutLoss(Situation now, Rule rule) {
        return Findings.of(rule)
                .saw(
                        new Fact.Reported(Problem.LOST_OR_STOLEN),
                        new Fact.RiskPassed(now.report().riskPassed()));
    }
}
