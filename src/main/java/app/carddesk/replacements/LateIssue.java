package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.shared.CardState;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issues what was granted and waits for stock, unless something has changed since. Part of the caller's transaction, in
 * which the case is held.
 */
@Component
class LateIssue {

    private final Held held;
    private final Issuance issuance;
    private final Reopening reopening;
    private final RiskSignals signals;
    private final CaseGuard guard;
    private final CaseFile cases;
    private final CardRegister cards;
    private final CardOrigins origins;
    private final CurrentPerson person;
    private final SystemRun system;

    LateIssue(
            Held held,
            Issuance issuance,
            Reopening reopening,
            RiskSignals signals,
            CaseGuard guard,
            CaseFile cases,
            CardRegister cards,
            CardOrigins origins,
            CurrentPerson person,
            SystemRun system) {
        this.held = held;
        this.issuance = issuance;
        this.reopening = reopening;
        this.signals = signals;
        this.guard = guard;
        this.cases = cases;
        this.cards = cards;
        this.origins = origins;
        this.person = person;
        this.system = system;
    }

    Handled retry(UUID requestId) {
        ReplacementRequest request = held.request(requestId).orElseThrow();
        Basis basis = request.basis();
        if (request.state() == RequestState.ISSUED) {
            return new Handled.Done(request, RequestState.ISSUED);
        }
        if (request.state() != RequestState.WAITING_FOR_STOCK || basis == null || request.cardId() == null) {
            return new Handled.Refused(new Refusal.WrongState(request.state()));
        }
        Card card = cards.lock(request.cardId()).orElseThrow();
        if (!Collections.disjoint(origins.broughtInBy(card.id()), request.people(person.id()))) {
            return new Handled.Refused(new Refusal.BroughtIn());
        }
        CaseGuard.Contact contact = guard.contact(request.caseId());
        if (!request.isMadeOn(contact)) {
            return reopening.becauseOfContact(request, contact, card);
        }
        Optional<Refusal> refusal = Matter.of(request).refusalToActOn(cases.dossier(request.caseId()));
        if (refusal.isPresent()) {
            return new Handled.Refused(refusal.get());
        }
        Set<ReviewFlag> flags =
                signals.of(request.requestedBy(), request.caseId(), request.customerId(), card, request.kind());
        if (basis == Basis.WITHIN_LIMIT && !flags.isEmpty()) {
            return reopening.becauseOfSignals(request, flags, contact);
        }
        // Booking an activation and lifting a void are a supervisor's acts; one decided, so Carddesk does them for
        // whoever tries again.
        return basis == Basis.DECIDED && card.state() != CardState.ACTIVE
                ? system.asCarddesk(() -> issuance.issue(request, card, basis))
                : issuance.issue(request, card, basis);
    }
}
