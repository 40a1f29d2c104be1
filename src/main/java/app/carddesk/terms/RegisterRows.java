package app.carddesk.terms;

import static app.carddesk.terms.Findings.none;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import java.util.Optional;

/** Rows 2 to 10: what the register alone settles, before anything the customer reports is weighed. */
final class RegisterRows {

    private RegisterRows() {}

    static Optional<Verdict.Reason> topUpCard(Situation now) {
        if (now.card().kind() != CardKind.TOP_UP_CHINA) {
            return none();
        }
        return Findings.of(Rule.TOP_UP_CARD)
                .saw(new Fact.Kind(now.card().kind()))
                .then(Step.POINT_TO_TOP_UP_GUIDANCE)
                .reason();
    }

    static Optional<Verdict.Reason> replacedBefore(Situation now) {
        if (!now.isIn(CardState.REPLACED)) {
            return none();
        }
        return about(now, Rule.REPLACED_BEFORE).then(Step.SHOW_REPLACEMENT).reason();
    }

    static Optional<Verdict.Reason> voided(Situation now) {
        if (!now.isIn(CardState.VOIDED)) {
            return none();
        }
        return about(now, Rule.VOIDED).then(Step.REFER_TO_SUPERVISOR).reason();
    }

    static Optional<Verdict.Reason> linkedNotRefreshed(Situation now) {
        if (!now.isLinkedTo(Facts.LinkedAccount.OWN) || now.report().refreshed()) {
            return none();
        }
        return aboutAccount(now, Rule.LINKED_NOT_REFRESHED)
                .then(Step.SIGN_OUT_AND_IN)
                .thenIf(now.card().kind() == CardKind.APPLE_MUSIC, Step.SHOW_MEMBERSHIP)
                .reason();
    }

    static Optional<Verdict.Reason> linkedStillMissing(Situation now) {
        if (!now.isLinkedTo(Facts.LinkedAccount.OWN) || !now.report().refreshed()) {
            return none();
        }
        return aboutAccount(now, Rule.LINKED_STILL_MISSING)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> linkedAccountUnknown(Situation now) {
        if (!now.isLinkedTo(null)) {
            return none();
        }
        return aboutAccount(now, Rule.LINKED_ACCOUNT_UNKNOWN)
                .then(Step.ASK_WHOSE_ACCOUNT)
                .reason();
    }

    static Optional<Verdict.Reason> linkedToAnother(Situation now) {
        if (!now.isLinkedTo(Facts.LinkedAccount.ANOTHERS)) {
            return none();
        }
        return aboutAccount(now, Rule.LINKED_TO_ANOTHER)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    static Optional<Verdict.Reason> notActivatedRetailerNotAsked(Situation now) {
        if (!now.isIn(CardState.NOT_ACTIVATED) || now.report().retailer() != null) {
            return none();
        }
        return aboutRetailer(now, Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED)
                .then(Step.ASK_RETAILER)
                .reason();
    }

    static Optional<Verdict.Reason> notActivatedRetailerAsked(Situation now) {
        if (!now.isIn(CardState.NOT_ACTIVATED) || now.report().retailer() == null) {
            return none();
        }
        return aboutRetailer(now, Rule.NOT_ACTIVATED_RETAILER_ASKED)
                .then(Step.REFER_TO_SUPERVISOR)
                .reason();
    }

    private static Findings about(Situation now, Rule rule) {
        return Findings.of(rule).saw(new Fact.State(now.card().state()));
    }

    private static Findings aboutAccount(Situation now, Rule rule) {
        var found = about(now, rule).saw(new Fact.Linked(now.card().account()));
        var place = now.report().triedAt();
        return place == null || paysLinked(now.card().kind(), place)
                ? found
                : found.saw(new Fact.TriedAt(place), new Fact.NotInRetailStore());
    }

    /** Whether that the card is linked is no reason for it not to work there. */
    private static boolean paysLinked(CardKind kind, Place place) {
        return Usability.ofLinkedBalance().contains(place)
                || Usability.of(kind).stream().noneMatch(places -> places.contains(place));
    }

    private static Findings aboutRetailer(Situation now, Rule rule) {
        return about(now, rule).saw(new Fact.Retailer(now.report().retailer()));
    }
}
