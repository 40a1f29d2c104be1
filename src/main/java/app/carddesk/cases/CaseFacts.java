package app.carddesk.cases;

import app.carddesk.cards.Card;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a verdict is drawn from. */
final class CaseFacts {

    private CaseFacts() {}

    /** The facts of a case. */
    static Facts of(
            CaseValues values,
            @Nullable Card card,
            List<DoneStep> steps,
            List<Proof> proofs,
            List<Facts.TermsVersion> terms,
            LocalDate today,
            ZoneId zone) {
        Facts.Report report = new Facts.Report(
                values.get(CaseField.PROBLEM),
                values.get(CaseField.FIRST_REPORTED),
                values.get(CaseField.TRIED_AT),
                values.get(CaseField.TRIED_IN),
                values.get(CaseField.ACCOUNT_REGION),
                values.get(CaseField.ACTIVE_MEMBERSHIP),
                retailer(steps),
                taken(steps).contains(Step.CHECK_CHARACTERS),
                taken(steps).contains(Step.SIGN_OUT_AND_IN),
                taken(steps).contains(Step.TRY_AGAIN),
                values.get(CaseField.RISK_PASSED));
        Facts.Purchase purchase =
                new Facts.Purchase(values.get(CaseField.PURCHASE_DATE), values.get(CaseField.PURCHASE_COUNTRY));
        return new Facts(
                card == null ? null : card(card, values.get(CaseField.LINKED_ACCOUNT), zone),
                report,
                purchase,
                standing(proofs),
                terms,
                today);
    }

    /** The facts of a card nobody has opened a case for: only what the register knows. */
    static Facts of(Card card, List<Facts.TermsVersion> terms, LocalDate today, ZoneId zone) {
        return new Facts(
                card(card, null, zone),
                new Facts.Report(null, null, null, null, null, null, null, false, false, false, null),
                new Facts.Purchase(null, null),
                Map.of(),
                terms,
                today);
    }

    private static Facts.Card card(Card card, Facts.@Nullable LinkedAccount account, ZoneId zone) {
        Instant activated = card.activatedAt();
        return new Facts.Card(
                card.kind(),
                card.form(),
                card.soldIn(),
                card.state(),
                card.balance(),
                card.expiry(),
                account,
                activated == null ? null : LocalDate.ofInstant(activated, zone));
    }

    /** A step that could not be done counts as taken: there has to be a way on to a person. */
    private static Set<Step> taken(List<DoneStep> steps) {
        return steps.stream().map(DoneStep::step).collect(Collectors.toSet());
    }

    private static Facts.@Nullable RetailerAnswer retailer(List<DoneStep> steps) {
        return steps.stream()
                .filter(done -> done.step() == Step.ASK_RETAILER)
                .map(done -> switch (done.outcome()) {
                    case HELPED, DID_NOT_HELP, YES, NO -> Facts.RetailerAnswer.ASKED;
                    case NOT_POSSIBLE -> Facts.RetailerAnswer.NONE_REACHABLE;
                })
                .findFirst()
                .orElse(null);
    }

    /**
     * Where each kind of proof stands. Of several pictures the best one counts; one that nobody has looked at yet is
     * as good as missing, and so is one that was accepted for another card. The serial number is proven by an accepted
     * picture on which somebody saw it.
     */
    static Map<ProofKind, Facts.Proof> standing(List<Proof> proofs) {
        Map<ProofKind, Facts.Proof> standing = new EnumMap<>(ProofKind.class);
        for (Proof proof : proofs) {
            standing.merge(proof.kind(), stands(proof), CaseFacts::better);
            if (proof.showsSerial() && proof.state() == Proof.State.ACCEPTED) {
                standing.put(ProofKind.SERIAL, Facts.Proof.ACCEPTED);
            }
        }
        return standing;
    }

    private static Facts.Proof stands(Proof proof) {
        return switch (proof.state()) {
            case NEW -> Facts.Proof.MISSING;
            case ACCEPTED -> Facts.Proof.ACCEPTED;
            case REFUSED -> Facts.Proof.REFUSED;
            case UNOBTAINABLE -> Facts.Proof.UNOBTAINABLE;
        };
    }

    private static Facts.Proof better(Facts.Proof one, Facts.Proof other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Facts.Proof proof) {
        return switch (proof) {
            case REFUSED -> 0;
            case MISSING -> 1;
            case UNOBTAINABLE -> 2;
            case ACCEPTED -> 3;
        };
    }
}
