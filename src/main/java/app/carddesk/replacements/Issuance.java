package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Replacing;
import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseState;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues: takes a card from the stock, moves the balance, marks and links both cards, tells the case, the audit trail
 * and the letters. Part of the caller's transaction, in which the request's row and the card's row are held already.
 */
@Component
class Issuance {

    private final Requests requests;
    private final IssuedCards issuedCards;
    private final CardRegister cards;
    private final CaseGuard guard;
    private final CaseFile cases;
    private final RequestSteps steps;
    private final CurrentPerson person;
    private final Sampling sampling;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate attempt;

    Issuance(
            Requests requests,
            IssuedCards issuedCards,
            CardRegister cards,
            CaseGuard guard,
            CaseFile cases,
            RequestSteps steps,
            CurrentPerson person,
            Sampling sampling,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.issuedCards = issuedCards;
        this.cards = cards;
        this.guard = guard;
        this.cases = cases;
        this.steps = steps;
        this.person = person;
        this.sampling = sampling;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Issues, or lets the request wait for stock; to nobody nothing is issued. Of an attempt that finds no stock nothing
     * stays, not even the activation of an unactivated card.
     *
     * @param card as read under its lock in this transaction
     */
    Handled issue(ReplacementRequest request, Card card, Basis basis) {
        Optional<Refusal> nobody = Refusal.NobodyToReach.on(guard.reach(request.caseId()));
        if (nobody.isPresent()) {
            return new Handled.Refused(nobody.get());
        }
        Replacing replacing = Objects.requireNonNull(attempt.execute(status -> {
            Replacing result = replace(request, card);
            if (!(result instanceof Replacing.Replaced)) {
                status.setRollbackOnly();
            }
            return result;
        }));
        return switch (replacing) {
            case Replacing.Replaced replaced -> issued(request, card, replaced, basis);
            case Replacing.OutOfStock missing -> wait(request, StockNeed.of(missing), basis);
            case Replacing.StockOfTheirOwn() -> new Handled.Refused(new Refusal.OwnStock());
            case Replacing.NothingLeft() -> new Handled.Refused(new Refusal.NothingOnLedger());
            case Replacing.NotReplaceable(CardState state) ->
                new Handled.Refused(
                        state == CardState.REPLACED
                                ? new Refusal.AlreadyReplaced()
                                : new Refusal.NotReplaceable(state));
        };
    }

    private Replacing replace(ReplacementRequest request, Card card) {
        switch (card.state()) {
            case NOT_ACTIVATED -> {
                require(cards.bookActivation(card.id(), request.id()));
                cases.record(request.caseId(), "replacement.activated", null, Canonical.worth(card.faceValue()), null);
            }
            case VOIDED -> {
                require(cards.liftVoid(card.id(), request.id()));
                cases.record(request.caseId(), "replacement.voidLifted", null, null, null);
            }
            case ACTIVE, LINKED, REPLACED -> {}
        }
        return cards.replace(card.id(), request.id(), request.people(person.id()));
    }

    private static void require(boolean asKnown) {
        if (!asKnown) {
            throw new IllegalStateException("A card changed while it was held");
        }
    }

    private Handled issued(ReplacementRequest request, Card card, Replacing.Replaced replaced, Basis basis) {
        if (request.kind() == RequestKind.REPLACEMENT && !replaced.moved().equals(request.amount())) {
            throw new IllegalStateException("Another amount was moved than was granted");
        }
        Instant now = clock.instant();
        Card issued = replaced.issued();
        UUID replacement = ids.next();
        boolean sampled = basis == Basis.WITHIN_LIMIT && sampling.draws(request.caseId());
        issuedCards.add(replacement, request, card, issued, replaced.moved(), basis, sampled, now);
        requests.issued(request.id(), basis, now);
        cases.record(
                request.caseId(),
                basis == Basis.WITHIN_LIMIT ? "replacement.issuedWithinLimit" : "replacement.issued",
                Canonical.serial(card.serial().value()),
                Canonical.serial(issued.serial().value()),
                null);
        cases.move(request.caseId(), CaseState.SOLVED);
        events.publishEvent(new ReplacementIssued(
                replacement, request.id(), request.caseId(), request.customerId(), card.id(), issued.id(), basis));
        return steps.done(request.id(), RequestState.ISSUED);
    }

    private Handled wait(ReplacementRequest request, StockNeed need, Basis basis) {
        if (request.state() == RequestState.WAITING_FOR_STOCK && need.equals(request.waitingFor())) {
            return steps.done(request.id(), RequestState.WAITING_FOR_STOCK);
        }
        requests.waitingForStock(request.id(), basis, need, clock.instant());
        return steps.told(request, RequestState.WAITING_FOR_STOCK, CaseState.OPEN, "replacement.waitingForStock", null);
    }
}
