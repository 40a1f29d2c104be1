package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Rule;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about. It has to be the same when the request is made as when it was confirmed, and when it is
 * issued as when it was made.
 *
 * @param cardId the card it holds, or would hold: none where it was replaced before, because its place is taken for good
 * @param rule the row of the verdict table that applies
 * @param amount what stands on the ledger, or null without a card
 */
record Matter(@Nullable UUID cardId, Rule rule, @Nullable Worth amount) {

    /** As the case stands now. */
    static Matter of(CaseDossier dossier) {
        Card card = dossier.card();
        return new Matter(cardOf(dossier), dossier.verdict().main().rule(), card == null ? null : card.balance());
    }

    static @Nullable UUID cardOf(CaseDossier dossier) {
        Card card = dossier.card();
        return card == null || card.state() == CardState.REPLACED ? null : card.id();
    }

    static Matter of(ReplacementRequest request) {
        return new Matter(request.cardId(), request.rule(), request.amount());
    }

    static Matter of(Confirmed confirmed) {
        return new Matter(confirmed.cardId(), Rule.REPLACEMENT_DUE, confirmed.amount());
    }

    /** The refusal of an act that was meant for this, unless the case still stands like it. */
    Optional<Refusal> refusalToActOn(CaseDossier dossier) {
        Matter now = of(dossier);
        return equals(now) ? Optional.empty() : Optional.of(new Refusal.VerdictChanged(now.rule(), now.amount()));
    }
}
