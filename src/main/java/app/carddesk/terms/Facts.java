package app.carddesk.terms;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verdict is drawn from. A {@code null} is something nobody knows yet, which is never the same as
 * something that differs.
 *
 * @param card the card as the register knows it, or null when there is no serial or it is not in the register
 * @param terms the terms versions on file
 * @param today the day of the assessment, in the installation's zone
 */
public record Facts(
        @Nullable Card card,
        Report report,
        Purchase purchase,
        Map<ProofKind, Proof> proofs,
        List<TermsVersion> terms,
        LocalDate today) {

    public Facts {
        proofs = Map.copyOf(proofs);
        terms = List.copyOf(terms);
    }

    /**
     * The card, from the register and the ledger alone.
     *
     * @param soldIn the region it was sold in
     * @param unused the unused balance from the ledger; nothing for a card that is not activated
     * @param expiry the expiry date, of content codes only
     * @param account of a linked card: whose account, or null while not known
     * @param activated the day it was activated, in the installation's zone; null if it never was
     */
    public record Card(
            CardKind kind,
            CardForm form,
            Region soldIn,
            CardState state,
            Worth unused,
            @Nullable LocalDate expiry,
            @Nullable LinkedAccount account,
            @Nullable LocalDate activated) {}

    /** Whose account a card is linked to, as the customer answers it. */
    public enum LinkedAccount {
        OWN,
        ANOTHERS
    }

    /**
     * What the customer reports and what was already done.
     *
     * @param firstReported the day of the first report; the expiry of a content code is measured against it
     * @param triedAt the place where the card was tried
     * @param triedIn the country where it was tried
     * @param accountRegion the region of the customer's account
     * @param activeMembership whether a membership is active, in which case the region cannot be changed
     * @param retailer whether the retailer was asked
     * @param charactersChecked whether the characters were checked against look-alikes
     * @param refreshed whether the balance was refreshed by signing out and in again
     * @param triedAgain whether redeeming was tried again
     * @param riskPassed of a lost card: whether the risk had passed when it was lost (terms, section 7)
     */
    public record Report(
            @Nullable Problem problem,
            @Nullable LocalDate firstReported,
            @Nullable Place triedAt,
            @Nullable Region triedIn,
            @Nullable Region accountRegion,
            @Nullable Boolean activeMembership,
            @Nullable RetailerAnswer retailer,
            boolean charactersChecked,
            boolean refreshed,
            boolean triedAgain,
            @Nullable Boolean riskPassed) {}

    /** What became of asking the retailer. */
    public enum RetailerAnswer {
        ASKED,
        NONE_REACHABLE
    }

    /** The purchase, as the customer tells it; date and country pick the terms version (terms, section 1). */
    public record Purchase(
            @Nullable LocalDate date, @Nullable Region country) {}

    /** Where a proof stands. A kind that is absent from the map is missing. */
    public enum Proof {
        MISSING,
        ACCEPTED,
        REFUSED,
        UNOBTAINABLE
    }

    /**
     * A version of the terms on file.
     *
     * @param country the country of purchase it governs
     * @param from the first day it is in force; a later version of the same country supersedes it
     * @param invented whether it was made up, for the demo; it is judged by like any other and always marked
     */
    public record TermsVersion(Region country, LocalDate from, boolean invented) {

        /** A version that was really published. */
        public TermsVersion(Region country, LocalDate from) {
            this(country, from, false);
        }
    }
}
