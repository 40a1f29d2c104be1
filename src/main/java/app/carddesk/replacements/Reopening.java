package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseState;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends a request that was granted, or waits for a decision, to a supervisor as things are now. Part of the caller's
 * transaction, which holds the case, the request, the card and the customer.
 */
@Component
class Reopening {

    private final Requests requests;
    private final RiskSignals signals;
    private final RequestSteps steps;
    private final CaseFile cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reopening(
            Requests requests,
            RiskSignals signals,
            RequestSteps steps,
            CaseFile cases,
            Clock clock,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.signals = signals;
        this.steps = steps;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** A granted request met a reason to look twice before it could be issued. */
    Handled becauseOfSignals(ReplacementRequest request, Set<ReviewFlag> flags, CaseGuard.Contact contact) {
        return pending(request, flags, contact, "replacement.flagged");
    }

    /**
     * The customer's e-mail or phone is another than the request was made or granted on. One that only waits for a
     * decision gets a new version, so that whoever has it open decides on what they have not seen only after looking.
     */
    Handled becauseOfContact(ReplacementRequest request, CaseGuard.Contact contact, @Nullable Card card) {
        boolean granted = request.state() == RequestState.WAITING_FOR_STOCK;
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        flags.addAll(signals.of(request.requestedBy(), request.caseId(), contact.customer(), card, request.kind()));
        UUID asked = request.customerId();
        if (asked != null && !asked.equals(contact.customer())) {
            flags.add(ReviewFlag.CONTACT_REWRITTEN);
        }
        if (granted || request.flags().contains(ReviewFlag.CONTACT_CHANGED)) {
            flags.add(ReviewFlag.CONTACT_CHANGED);
        }
        return pending(request, flags, contact, granted ? "replacement.reopened" : "replacement.contactChanged");
    }

    private Handled pending(ReplacementRequest request, Set<ReviewFlag> flags, CaseGuard.Contact contact, String told) {
        requests.pending(request.id(), flags, contact, clock.instant());
        cases.record(request.caseId(), told, null, null, null);
        cases.move(request.caseId(), CaseState.WAITING_FOR_REVIEW);
        events.publishEvent(new RequestChanged(
                request.id(), request.caseId(), contact.customer(), request.state(), RequestState.PENDING));
        return steps.done(request.id(), RequestState.PENDING);
    }
}
