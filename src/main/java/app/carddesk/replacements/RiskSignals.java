package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.Contradictions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the reasons to look twice at a request. */
@Component
class RiskSignals {

    /** For how long a replacement makes the customer's next one a reason to look twice. */
    static final Duration RECENT = Duration.ofDays(90);

    private final Held held;
    private final IssuedCards issued;
    private final Allowances allowances;
    private final CaseGuard guard;
    private final Contradictions contradictions;
    private final Clock clock;

    RiskSignals(
            Held held,
            IssuedCards issued,
            Allowances allowances,
            CaseGuard guard,
            Contradictions contradictions,
            Clock clock) {
        this.held = held;
        this.issued = issued;
        this.allowances = allowances;
        this.guard = guard;
        this.contradictions = contradictions;
        this.clock = clock;
    }

    /**
     * The signals as they stand; holds the customer and then the requester, so that no other request changes them in
     * this transaction. The limits are for what is issued without a decision; a referral never is.
     */
    Set<ReviewFlag> of(UUID requester, UUID caseId, @Nullable UUID customer, @Nullable Card card, RequestKind kind) {
        if (customer != null) {
            held.customer(customer);
        }
        held.person(requester);
        return look(requester, caseId, customer, card, kind);
    }

    /** The signals as they look, without holding anybody: what a request would meet now. */
    Set<ReviewFlag> look(UUID requester, UUID caseId, @Nullable UUID customer, @Nullable Card card, RequestKind kind) {
        return outlook(requester, caseId, customer, card, kind).all();
    }

    /** As {@link #look}, with what does not fit in the case and the facts of it. */
    Outlook outlook(UUID requester, UUID caseId, @Nullable UUID customer, @Nullable Card card, RequestKind kind) {
        return new Outlook(before(requester, caseId, customer, card, kind), contradictions.of(caseId, requester));
    }

    /** What went before: with the customer, with the card, and by the requester. */
    private Set<ReviewFlag> before(
            UUID requester, UUID caseId, @Nullable UUID customer, @Nullable Card card, RequestKind kind) {
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        if (guard.isContactRewritten(caseId, clock.instant())) {
            flags.add(ReviewFlag.CONTACT_REWRITTEN);
        }
        if (customer == null || !guard.hasEmail(customer)) {
            flags.add(ReviewFlag.NO_EMAIL);
        }
        if (customer != null) {
            if (issued.countOf(customer, clock.instant().minus(RECENT)) > 0) {
                flags.add(ReviewFlag.CUSTOMER_REPLACED_RECENTLY);
            }
            if (guard.sharesContact(customer)) {
                flags.add(ReviewFlag.CONTACT_SHARED);
            }
        }
        if (card != null) {
            if (card.replaces() != null) {
                flags.add(ReviewFlag.CARD_IS_A_REPLACEMENT);
            }
            if (kind == RequestKind.REPLACEMENT) {
                flags.addAll(allowances.exceeded(requester, customer, card));
            }
        }
        return flags;
    }
}
