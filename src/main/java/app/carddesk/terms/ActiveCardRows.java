package app.carddesk.terms;

import static app.carddesk.terms.Findings.none;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rows 15 to 25: an active card, for which section 8 may owe a replacement once nothing else explains the problem. */
final class ActiveCardRows {

    private ActiveCardRows() {}

    /**
     * Names every fact that is still needed. Beside the five of the table: for a content code that may have expired, the
     * date that would tell, because replacing it on a guess would be as wrong as declining it on one.
     */
    static Optional<Verdict.Reason> factsUnknown(Situation now) {
        var report = now.report();
        var purchase = now.purchase();
        boolean expiryUntold = now.expiredBeforeFirstReport() == Situation.Answer.UNKNOWN;
        // A code that cannot be read could be tried nowhere, whatever the account.
        boolean usable = !now.isReported(Problem.UNREADABLE);
        boolean noExpiry = now.card().expiry() == null;
        var lacking = Findings.of(Rule.FACTS_UNKNOWN)
                .lacksIf(report.problem() == null, Fact.Missing.PROBLEM, Step.ASK_PROBLEM)
                .lacksIf(usable && report.triedAt() == null, Fact.Missing.PLACE, Step.ASK_PLACE)
                .lacksIf(usable && report.accountRegion() == null, Fact.Missing.ACCOUNT_REGION, Step.ASK_ACCOUNT_REGION)
                .lacksIf(purchase.date() == null, Fact.Missing.PURCHASE_DATE, Step.ASK_PURCHASE_DATE)
                .lacksIf(purchase.country() == null, Fact.Missing.PURCHASE_COUNTRY, Step.ASK_PURCHASE_COUNTRY)
                .lacksIf(expiryUntold && !noExpiry, Fact.Missing.FIRST_REPORT, Step.ASK_FIRST_REPORT)
                .lacksIf(
                        expiryUntold && noExpiry,
                        Fact.Missing.EXPIRY,
                        Step.ASK_FOR_PICTURE_OF_BACK,
                        Step.OFFER_SUPERVISOR);
        return now.isActive() && !lacking.lacksNothing() ? lacking.reason() : none();
    }

    static Optional<Verdict.Reason> triedInWrongPlace(Situation now) {
        var place = now.report().triedAt();
        var usable = Usability.of(now.card().kind());
        if (!now.isActive()
                || !now.isKnownToBeReadable()
                || place == null
                || usable.isEmpty()
                || usable.get().contains(place)) {
            return none();
        }
        return Findings.of(Rule.TRIED_IN_WRONG_PLACE)
                .saw(new Fact.Kind(now.card().kind()), new Fact.TriedAt(place), new Fact.UsableAt(usable.get()))
                .then(Step.NAME_RIGHT_PLACE)
                .reason();
    }

    static Optional<Verdict.Reason> triedInOtherRegion(Situation now) {
        var report = now.report();
        boolean elsewhere = now.isElsewhere(report.accountRegion()) || now.isElsewhere(report.triedIn());
        if (!now.isActive() || !now.isKnownToBeReadable() || !elsewhere) {
            return none();
        }
        boolean member = Objects.equals(report.activeMembership(), true);
        var found = Findings.of(Rule.TRIED_IN_OTHER_REGION)
                .saw(new Fact.SoldIn(now.card().soldIn()))
                .sawIfKnown(report.accountRegion(), Fact.AccountRegion::new)
                .sawIfKnown(report.triedIn(), Fact.TriedIn::new);
        if (member) {
            found.saw(new Fact.ActiveMembership());
        }
        return found.then(Step.NAME_RIGHT_REGION)
                .thenIf(member, Step.EXPLAIN_REGION_FIXED)
                .then(Step.OFFER_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> charactersNotChecked(Situation now) {
        if (!now.isActive() || !now.isReported(Problem.INVALID) || now.report().charactersChecked()) {
            return none();
        }
        return Findings.of(Rule.CHARACTERS_NOT_CHECKED)
                .saw(new Fact.Reported(Problem.INVALID))
                .then(Step.CHECK_CHARACTERS)
                .reason();
    }

    static Optional<Verdict.Reason> contradictsRegister(Situation now) {
        if (!now.isActive() || !now.contradictsRegister() || now.report().triedAgain()) {
            return none();
        }
        boolean redeemed = now.isReported(Problem.ALREADY_REDEEMED);
        return aboutContradiction(now, Rule.CONTRADICTS_REGISTER)
                .thenIf(redeemed, Step.SIGN_OUT_AND_IN)
                .thenIf(redeemed && now.card().kind() == CardKind.APPLE_MUSIC, Step.SHOW_MEMBERSHIP)
                .then(Step.TRY_AGAIN)
                .reason();
    }

    static Optional<Verdict.Reason> contradictsRegisterStill(Situation now) {
        if (!now.isActive() || !now.contradictsRegister() || !now.report().triedAgain()) {
            return none();
        }
        return aboutContradiction(now, Rule.CONTRADICTS_REGISTER_STILL)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> proofMissing(Situation now) {
        var lacking = needed(now, Facts.Proof.MISSING, Facts.Proof.REFUSED);
        if (!now.isActive() || lacking.isEmpty()) {
            return none();
        }
        var found = Findings.of(Rule.PROOF_MISSING);
        for (ProofKind kind : lacking) {
            found.saw(new Fact.ProofStands(kind, now.proof(kind)));
            toCollect(kind).ifPresent(found::then);
        }
        return found.reason();
    }

    static Optional<Verdict.Reason> proofUnobtainable(Situation now) {
        var lacking = needed(now, Facts.Proof.UNOBTAINABLE);
        if (!now.isActive() || lacking.isEmpty()) {
            return none();
        }
        var found = Findings.of(Rule.PROOF_UNOBTAINABLE);
        for (ProofKind kind : lacking) {
            found.saw(new Fact.ProofStands(kind, now.proof(kind)));
        }
        return found.then(Step.REFER_TO_SUPERVISOR).reason();
    }

    /** A purchase whose country or day is not known yet is row 15's business: it may well have terms on file. */
    static Optional<Verdict.Reason> noTermsOnFile(Situation now) {
        if (!now.isActive() || !now.isPurchaseKnown() || now.governingTerms().isPresent()) {
            return none();
        }
        return Findings.of(Rule.NO_TERMS_ON_FILE)
                .sawIfKnown(now.purchase().country(), Fact.BoughtIn::new)
                .sawIfKnown(now.purchase().date(), Fact.BoughtOn::new)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> boughtOutsideRegion(Situation now) {
        if (!now.isActive() || !now.isElsewhere(now.purchase().country())) {
            return none();
        }
        return Findings.of(Rule.BOUGHT_OUTSIDE_REGION)
                .saw(new Fact.SoldIn(now.card().soldIn()))
                .sawIfKnown(now.purchase().country(), Fact.BoughtIn::new)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    /** Row 25, to be asked only when no row above applies. The amount is what the ledger says and nothing else. */
    static Optional<Verdict.Reason> replacementDue(Situation now) {
        if (!now.isActive()) {
            return none();
        }
        var found = Findings.of(Rule.REPLACEMENT_DUE)
                .saw(
                        new Fact.State(now.card().state()),
                        new Fact.Unused(now.card().unused()),
                        new Fact.Kind(now.card().kind()),
                        new Fact.SoldIn(now.card().soldIn()))
                .sawIfKnown(now.card().activated(), Fact.Activated::new)
                .sawIfKnown(now.purchase().date(), Fact.BoughtOn::new)
                .sawIfKnown(now.report().firstReported(), Fact.FirstReported::new)
                .sawIfKnown(now.card().expiry(), Fact.Expires::new);
        now.governingTerms().ifPresent(version -> found.saw(new Fact.Terms(version)));
        for (ProofKind kind : now.neededProofs()) {
            found.saw(new Fact.ProofStands(kind, now.proof(kind)));
        }
        return Optional.of(
                found.then(Step.REQUEST_REPLACEMENT).reason(now.card().unused()));
    }

    private static Findings aboutContradiction(Situation now, Rule rule) {
        var found = Findings.of(rule)
                .sawIfKnown(now.report().problem(), Fact.Reported::new)
                .saw(new Fact.State(now.card().state()));
        if (now.isReported(Problem.ALREADY_REDEEMED)) {
            found.saw(new Fact.Unused(now.card().unused()));
        }
        if (now.isReported(Problem.OTHER_REGION)) {
            found.saw(new Fact.SoldIn(now.card().soldIn()))
                    .sawIfKnown(now.report().accountRegion(), Fact.AccountRegion::new)
                    .sawIfKnown(now.report().triedIn(), Fact.TriedIn::new);
        }
        if (now.isReported(Problem.EXPIRED)) {
            found.saw(new Fact.Kind(now.card().kind())).sawIfKnown(now.card().expiry(), Fact.Expires::new);
        }
        return found;
    }

    private static List<ProofKind> needed(Situation now, Facts.Proof... standing) {
        return now.neededProofs().stream()
                .filter(kind -> List.of(standing).contains(now.proof(kind)))
                .toList();
    }

    private static Optional<Step> toCollect(ProofKind kind) {
        return switch (kind) {
            case FRONT -> Optional.of(Step.COLLECT_FRONT);
            case BACK -> Optional.of(Step.COLLECT_BACK);
            case RECEIPT -> Optional.of(Step.COLLECT_RECEIPT);
            case EMAIL -> Optional.of(Step.COLLECT_EMAIL);
            case SERIAL -> Optional.of(Step.CONFIRM_SERIAL);
            case OTHER -> Optional.empty();
        };
    }
}
