package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseState;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the requester does: asks for a replacement, hands a case to a supervisor, answers a question, takes a request
 * back. Part of the caller's transaction, in which the case is held.
 */
@Component
class Asking {

    private final Requests requests;
    private final RequestRows rows;
    private final Held held;
    private final Drafts drafts;
    private final Allowances allowances;
    private final Issuance issuance;
    private final RequestSteps steps;
    private final CaseGuard guard;
    private final CaseFile cases;
    private final CardRegister cards;
    private final CardOrigins origins;
    private final CurrentPerson person;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Asking(
            Requests requests,
            RequestRows rows,
            Held held,
            Drafts drafts,
            Allowances allowances,
            Issuance issuance,
            RequestSteps steps,
            CaseGuard guard,
            CaseFile cases,
            CardRegister cards,
            CardOrigins origins,
            CurrentPerson person,
            Clock clock,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.rows = rows;
        this.held = held;
        this.drafts = drafts;
        this.allowances = allowances;
        this.issuance = issuance;
        this.steps = steps;
        this.guard = guard;
        this.cases = cases;
        this.cards = cards;
        this.origins = origins;
        this.person = person;
        this.clock = clock;
        this.events = events;
    }

    /** Issues at once within the limit and without a reason to look twice; else the request waits for a decision. */
    Handled request(Confirmed confirmed) {
        Optional<Card> locked = cards.lock(confirmed.cardId());
        if (locked.isEmpty()) {
            return refused(new Refusal.NoCard());
        }
        CaseDossier dossier = cases.dossier(confirmed.caseId());
        Optional<Refusal> refusal = refusalToMake(dossier, confirmed.cardId())
                .or(() -> Matter.of(confirmed).refusalToActOn(dossier))
                .or(() -> isElsewhere(confirmed) ? Optional.of(new Refusal.AddressChanged()) : Optional.empty())
                .or(() -> Refusal.NobodyToReach.on(guard.reach(confirmed.caseId())));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Card card = locked.get();
        return make(drafts.fresh(dossier, RequestKind.REPLACEMENT, null), made -> {
            cases.record(made.caseId(), "replacement.requested", null, Canonical.worth(confirmed.amount()), null);
            return allowances.isWithinSingleLimit(card.kind(), confirmed.amount())
                            && made.flags().isEmpty()
                    ? issuance.issue(made, card, Basis.WITHIN_LIMIT)
                    : review(made);
        });
    }

    Handled refer(UUID caseId, String words) {
        Optional<Refusal> unfit = Refusal.UnfitWords.in(words);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        CaseDossier dossier = dossierWithCardHeld(caseId);
        Optional<Refusal> refusal = refusalToMake(dossier, Matter.cardOf(dossier));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return make(drafts.fresh(dossier, RequestKind.REFERRAL, words.strip()), made -> {
            cases.record(caseId, "replacement.referred", null, null, made.words());
            return review(made);
        });
    }

    Handled withdraw(UUID requestId) {
        ReplacementRequest request = held.request(requestId).orElseThrow();
        if (!request.isBy(person.id())) {
            return refused(new Refusal.NotYours());
        }
        if (!request.state().isOpen()) {
            return refused(new Refusal.WrongState(request.state()));
        }
        requests.ended(requestId, RequestState.WITHDRAWN, clock.instant());
        return steps.told(request, RequestState.WITHDRAWN, CaseState.OPEN, "replacement.withdrawn", null);
    }

    Handled answer(UUID requestId, String words) {
        ReplacementRequest request = held.request(requestId).orElseThrow();
        if (!request.isBy(person.id())) {
            return refused(new Refusal.NotYours());
        }
        if (request.state() != RequestState.RETURNED) {
            return refused(new Refusal.WrongState(request.state()));
        }
        Optional<Refusal> unfit = Refusal.UnfitWords.in(words);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        CaseDossier dossier = dossierWithCardHeld(request.caseId());
        if (dossier.summary().state().isClosed()) {
            return refused(new Refusal.CaseClosed());
        }
        if (isBroughtInByMe(Matter.cardOf(dossier))) {
            return refused(new Refusal.BroughtIn());
        }
        Optional<ReplacementRequest> other = rows.live(request.caseId(), Matter.cardOf(dossier))
                .filter(live -> !live.id().equals(requestId));
        if (other.isPresent()) {
            return refused(new Refusal.AlreadyLive(other.get()));
        }
        String answer = words.strip();
        requests.renew(drafts.renewed(request, dossier, answer), clock.instant());
        return steps.told(request, RequestState.PENDING, CaseState.WAITING_FOR_REVIEW, "replacement.answered", answer);
    }

    /** Stores a request and goes on with it, unless its card or case got one at the same moment. */
    private Handled make(ReplacementRequest draft, Function<ReplacementRequest, Handled> next) {
        if (!requests.insert(draft)) {
            return refused(rows.live(draft.caseId(), draft.cardId())
                    .map(Refusal.AlreadyLive::new)
                    .orElseThrow(() -> new IllegalStateException("A request was neither stored nor in the way")));
        }
        events.publishEvent(
                new RequestChanged(draft.id(), draft.caseId(), draft.customerId(), null, RequestState.PENDING));
        return next.apply(rows.find(draft.id()).orElseThrow());
    }

    private Handled review(ReplacementRequest request) {
        cases.move(request.caseId(), CaseState.WAITING_FOR_REVIEW);
        return new Handled.Done(request, RequestState.PENDING);
    }

    private Optional<Refusal> refusalToMake(CaseDossier dossier, @Nullable UUID cardId) {
        if (isBroughtInByMe(cardId)) {
            return Optional.of(new Refusal.BroughtIn());
        }
        Optional<Refusal> live = rows.live(dossier.summary().id(), cardId).map(Refusal.AlreadyLive::new);
        boolean closed = dossier.summary().state().isClosed();
        return closed ? live.or(() -> Optional.of(new Refusal.CaseClosed())) : live;
    }

    private boolean isBroughtInByMe(@Nullable UUID cardId) {
        return cardId != null && origins.broughtInBy(cardId).contains(person.id());
    }

    /** Reads a case to learn which card to hold, and again once it is held. */
    private CaseDossier dossierWithCardHeld(UUID caseId) {
        UUID cardId = Matter.cardOf(cases.dossier(caseId));
        if (cardId != null) {
            cards.lock(cardId);
        }
        return cases.dossier(caseId);
    }

    /** Whether the customer, or their e-mail or phone, is another than was read before this was confirmed. */
    private boolean isElsewhere(Confirmed confirmed) {
        return confirmed.contact() != null && !confirmed.contact().equals(guard.contact(confirmed.caseId()));
    }

    private static Handled refused(Refusal why) {
        return new Handled.Refused(why);
    }
}
