package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseState;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.terms.Rule;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a supervisor decides. Part of the caller's transaction, in which the case is held. */
@Component
class Deciding {

    private final Requests requests;
    private final Decisions decisions;
    private final Held held;
    private final Issuance issuance;
    private final RequestSteps steps;
    private final CaseGuard guard;
    private final CaseFile cases;
    private final CardRegister cards;
    private final CardOrigins origins;
    private final RiskSignals signals;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Deciding(
            Requests requests,
            Decisions decisions,
            Held held,
            Issuance issuance,
            RequestSteps steps,
            CaseGuard guard,
            CaseFile cases,
            CardRegister cards,
            CardOrigins origins,
            RiskSignals signals,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.decisions = decisions;
        this.held = held;
        this.issuance = issuance;
        this.steps = steps;
        this.guard = guard;
        this.cases = cases;
        this.cards = cards;
        this.origins = origins;
        this.signals = signals;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** @param version the version the decision was made on */
    Handled decide(UUID requestId, long version, Decision decision) {
        ReplacementRequest request = held.request(requestId).orElseThrow();
        if (request.isBy(person.id())) {
            return refused(new Refusal.OwnRequest());
        }
        if (request.cardId() != null && origins.broughtInBy(request.cardId()).contains(person.id())) {
            return refused(new Refusal.BroughtIn());
        }
        if (request.version() != version) {
            return refused(new Refusal.Stale(request.state()));
        }
        return switch (decision) {
            case Decision.Approve(String reason, Outlook seen) -> approve(request, reason, seen);
            case Decision.Return(String question) -> giveBack(request, question);
            case Decision.Refuse(String reason) -> refuse(request, reason);
        };
    }

    private Handled approve(ReplacementRequest request, @Nullable String reason, @Nullable Outlook seen) {
        if (request.state() != RequestState.PENDING) {
            return refused(new Refusal.WrongState(request.state()));
        }
        boolean overrules = request.kind() == RequestKind.REFERRAL;
        boolean given = reason != null && !reason.isBlank();
        Optional<Refusal> unfit = overrules || given ? Refusal.UnfitWords.in(reason) : Optional.empty();
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        if (request.rule() == Rule.REPLACED_BEFORE) {
            return refused(new Refusal.AlreadyReplaced());
        }
        if (request.cardId() == null) {
            return refused(new Refusal.NoCard());
        }
        Card card = cards.lock(request.cardId()).orElseThrow();
        if (!request.isMadeOn(guard.contact(request.caseId()))) {
            return refused(new Refusal.ContactChanged());
        }
        if (guard.isAddressMine(request.caseId())) {
            return refused(new Refusal.OwnAddress());
        }
        CaseDossier dossier = cases.dossier(request.caseId());
        Optional<Refusal> refusal = dossier.summary().state().isClosed()
                ? Optional.of(new Refusal.CaseClosed())
                : Matter.of(request).refusalToActOn(dossier).or(() -> notIssuable(card));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Outlook unseen = unseen(request, seen);
        if (!unseen.isEmpty()) {
            return refused(new Refusal.NewMarks(unseen));
        }
        String kept = given ? reason : null;
        decided(request, DecisionOutcome.APPROVED, kept);
        cases.record(request.caseId(), overrules ? "replacement.overruled" : "replacement.approved", null, null, kept);
        return issuance.issue(request, card, Basis.DECIDED);
    }

    /** A balance is needed; an unactivated card gets its own when its activation is booked. */
    private static Optional<Refusal> notIssuable(Card card) {
        return switch (card.state()) {
            case REPLACED -> Optional.of(new Refusal.AlreadyReplaced());
            case LINKED -> Optional.of(new Refusal.NotReplaceable(CardState.LINKED));
            case NOT_ACTIVATED -> Optional.empty();
            case ACTIVE, VOIDED ->
                card.balance().isNothing() ? Optional.of(new Refusal.NothingOnLedger()) : Optional.empty();
        };
    }

    private Handled giveBack(ReplacementRequest request, String text) {
        if (request.state() != RequestState.PENDING) {
            return refused(new Refusal.WrongState(request.state()));
        }
        Optional<Refusal> unfit = Refusal.UnfitWords.in(text);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        String question = text.strip();
        decided(request, DecisionOutcome.RETURNED, question);
        requests.returned(request.id(), clock.instant());
        return steps.told(request, RequestState.RETURNED, CaseState.OPEN, "replacement.returned", question);
    }

    private Handled refuse(ReplacementRequest request, String text) {
        if (!request.state().isOpen()) {
            return refused(new Refusal.WrongState(request.state()));
        }
        Optional<Refusal> unfit = Refusal.UnfitWords.in(text);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        String reason = text.strip();
        decided(request, DecisionOutcome.REFUSED, reason);
        requests.ended(request.id(), RequestState.REFUSED, clock.instant());
        return steps.told(request, RequestState.REFUSED, CaseState.OPEN, "replacement.refused", reason);
    }

    private void decided(ReplacementRequest request, DecisionOutcome outcome, @Nullable String reason) {
        decisions.add(ids.next(), request, outcome, reason, marks(request), person.id(), clock.instant());
        events.publishEvent(RequestDecided.of(request, outcome, reason));
    }

    private Set<ReviewFlag> marks(ReplacementRequest request) {
        return against(request).all();
    }

    /** What stood against the request when it was made, and what does now: what the decision was taken in sight of. */
    Outlook against(ReplacementRequest request) {
        UUID cardId = request.cardId();
        Card card = cardId == null ? null : cards.find(cardId).orElse(null);
        Outlook now = signals.outlook(
                request.requestedBy(), request.caseId(), request.customerId(), card, RequestKind.REFERRAL);
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        flags.addAll(request.flags());
        if (request.state().isOpen()) {
            flags.addAll(now.before());
        }
        return new Outlook(flags, now.contradictions());
    }

    /** What stands against it now and was not seen; of whom nothing is known but the request, saw what that says. */
    private Outlook unseen(ReplacementRequest request, @Nullable Outlook seen) {
        Outlook now = against(request);
        return seen == null
                ? now.newSince(new Outlook(request.flags(), List.of())).without(request.flags())
                : now.newSince(seen);
    }

    private static Handled refused(Refusal why) {
        return new Handled.Refused(why);
    }
}
