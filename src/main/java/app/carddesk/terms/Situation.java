package app.carddesk.terms;

import app.carddesk.shared.CardState;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a card that is in the register, with the questions the rows of the table ask of them. A question about
 * a difference answers no as long as either side is unknown.
 */
record Situation(Facts facts, Facts.Card card) {

    /** An answer that may still be missing. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    Facts.Report report() {
        return facts.report();
    }

    Facts.Purchase purchase() {
        return facts.purchase();
    }

    boolean isIn(CardState state) {
        return card.state() == state;
    }

    boolean isActive() {
        return isIn(CardState.ACTIVE);
    }

    boolean isLinkedTo(Facts.@Nullable LinkedAccount account) {
        return isIn(CardState.LINKED) && card.account() == account;
    }

    boolean isReported(Problem problem) {
        return report().problem() == problem;
    }

    /** Whether the code can be read, as far as the report says; a problem nobody has named may yet turn out to be that. */
    boolean isKnownToBeReadable() {
        return report().problem() != null && !isReported(Problem.UNREADABLE);
    }

    /** Whether a known region is another one than where the card was sold. */
    boolean isElsewhere(@Nullable Region region) {
        return region != null && !region.equals(card.soldIn());
    }

    /** Whether the account is known to be of the card's region, and nothing known about where it was tried differs. */
    boolean regionsMatch() {
        return card.soldIn().equals(report().accountRegion()) && !isElsewhere(report().triedIn());
    }

    /**
     * Whether the card had expired before it was first reported. A first report on an unknown day was made today at the
     * latest, so a card that is good today had not expired by then; of one that is not, nobody can tell.
     */
    Answer expiredBeforeFirstReport() {
        if (!card.kind().expires()) {
            return Answer.NO;
        }
        var expiry = card.expiry();
        if (expiry == null) {
            return Answer.UNKNOWN;
        }
        var firstReported = report().firstReported();
        if (firstReported != null) {
            return expiry.isBefore(firstReported) ? Answer.YES : Answer.NO;
        }
        return expiry.isBefore(facts.today()) ? Answer.UNKNOWN : Answer.NO;
    }

    /** Whether what the customer reports cannot be, going by the register. Asked of active cards only. */
    boolean contradictsRegister() {
        var problem = report().problem();
        if (problem == null) {
            return false;
        }
        return switch (problem) {
            case NOT_ACTIVATED -> true;
            case ALREADY_REDEEMED -> !card.unused().isNothing();
            case OTHER_REGION -> regionsMatch();
            case EXPIRED -> expiredBeforeFirstReport() == Answer.NO;
            case INVALID, UNREADABLE, LOST_OR_STOLEN -> false;
        };
    }

    Optional<Facts.TermsVersion> governingTerms() {
        return new TermsOnFile(facts.terms()).governing(purchase());
    }

    boolean isPurchaseKnown() {
        return purchase().date() != null && purchase().country() != null;
    }

    Facts.Proof proof(ProofKind kind) {
        return facts.proofs().getOrDefault(kind, Facts.Proof.MISSING);
    }

    List<ProofKind> neededProofs() {
        return ProofsNeeded.of(card.form());
    }
}
