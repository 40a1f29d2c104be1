package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.ForSupervisors;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseState;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Once;
import app.carddesk.shared.RetriedOnContention;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replacements under section 8 of the terms: asked for on a case, issued at once within the agent's limit, else decided
 * by someone other than the requester.
 *
 * <p>Each act takes a key made by whoever asks: the same key and content get the same answer without acting twice, the
 * same key with other content is refused. An act that is refused changes nothing.
 *
 * <p>Rows are always held in this order, here and wherever else two of them are held: key, case, request or
 * {@linkplain app.carddesk.cards.Corrections correction}, card, customer, the year's counter of requests, the customer's
 * place, the requester's place (see {@link RiskSignals}), card in stock, accounts. Editing a case holds the case and then
 * the customer. A card in stock that somebody else holds is passed over, never waited for. What the database still
 * refuses for the sake of others is begun anew.
 */
@Service
@ForDesk
@RetriedOnContention
public class Replacements {

    private final Once once;
    private final Requests requests;
    private final Issuance issuance;
    private final RiskSignals signals;
    private final Allowances allowances;
    private final Reopening reopening;
    private final CaseGuard guard;
    private final CaseFile cases;
    private final CardRegister cards;
    private final CurrentPerson person;
    private final SystemRun system;
    private final Installation installation;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HandledAnswers answers;

    Replacements(
            Once once,
            Requests requests,
            Issuance issuance,
            RiskSignals signals,
            Allowances allowances,
            Reopening reopening,
            CaseGuard guard,
            CaseFile cases,
            CardRegister cards,
            CurrentPerson person,
            SystemRun system,
            Installation installation,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.once = once;
        this.requests = requests;
        this.issuance = issuance;
        this.signals = signals;
        this.allowances = allowances;
        this.reopening = reopening;
        this.guard = guard;
        this.cases = cases;
        this.cards = cards;
        this.person = person;
        this.system = system;
        this.installation = installation;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.answers = new HandledAnswers(requests);
    }

    /** The requests of a case, newest first. */
    @Transactional(readOnly = true)
    public List<ReplacementRequest> ofCase(UUID caseId) {
        return requests.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<ReplacementRequest> find(UUID requestId) {
        return requests.find(requestId);
    }

    /**
     * Whether a request for this amount would be issued at once as far as the limit goes. Content codes never are; a
     * currency without a limit has none to stay within. Signals are looked at only when the request is made.
     */
    public boolean isWithinLimit(CardKind kind, Worth amount) {
        return allowances.isWithinSingleLimit(kind, amount);
    }

    /**
     * The signals a request of the person signed in would meet now, most of all the limits of the day, the month and the
     * card. Others may be faster: the request itself looks again.
     */
    @Transactional(readOnly = true)
    public Set<ReviewFlag> outlook(@Nullable UUID customer, Card card) {
        return signals.look(person.id(), customer, card, RequestKind.REPLACEMENT);
    }

    /**
     * Asks for the replacement that the verdict says is due. Within the limit and without a reason to look twice it is
     * issued in the same transaction; else it waits for someone else's decision.
     */
    @Transactional
    public Handled request(Confirmed confirmed, String key) {
        String content = confirmed.caseId() + "\n" + confirmed.cardId() + "\n" + confirmed.amount();
        return act(key, "request", content, confirmed.caseId(), () -> {
            Optional<Card> locked = cards.lock(confirmed.cardId());
            if (locked.isEmpty()) {
                return refused(new Refusal.NoCard());
            }
            CaseDossier dossier = cases.dossier(confirmed.caseId());
            Optional<Refusal> refusal = refusalToMake(dossier, confirmed.cardId())
                    .or(() -> changedSince(confirmed.cardId(), Rule.REPLACEMENT_DUE, confirmed.amount(), dossier));
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            Card card = locked.get();
            ReplacementRequest request = draft(dossier, RequestKind.REPLACEMENT, null);
            return make(request, made -> {
                cases.record(made.caseId(), "replacement.requested", null, Canonical.worth(confirmed.amount()), null);
                return isWithinLimit(card.kind(), confirmed.amount())
                                && made.flags().isEmpty()
                        ? issuance.issue(made, card, Basis.WITHIN_LIMIT)
                        : review(made);
            });
        });
    }

    /** Hands a case to a supervisor, whatever its verdict, with the agent's own words. */
    @Transactional
    public Handled refer(UUID caseId, String words, String key) {
        return act(key, "refer", caseId + "\n" + words, caseId, () -> {
            Optional<Refusal> unfit = unfit(words);
            if (unfit.isPresent()) {
                return refused(unfit.get());
            }
            UUID cardId = cardOf(cases.dossier(caseId));
            hold(cardId);
            CaseDossier dossier = cases.dossier(caseId);
            Optional<Refusal> refusal = refusalToMake(dossier, cardOf(dossier));
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            return make(draft(dossier, RequestKind.REFERRAL, words.strip()), made -> {
                cases.record(caseId, "replacement.referred", null, null, made.words());
                return review(made);
            });
        });
    }

    /** Takes a request back, by the requester alone, as long as nothing was issued. */
    @Transactional
    public Handled withdraw(UUID requestId, String key) {
        return act(key, "withdraw", requestId.toString(), caseOf(requestId), () -> {
            ReplacementRequest request = lock(requestId);
            if (!isMine(request)) {
                return refused(new Refusal.NotYours());
            }
            if (!request.state().isOpen()) {
                return refused(new Refusal.WrongState(request.state()));
            }
            requests.ended(requestId, RequestState.WITHDRAWN, clock.instant());
            cases.record(request.caseId(), "replacement.withdrawn", null, null, null);
            cases.move(request.caseId(), CaseState.OPEN);
            return changed(request, RequestState.WITHDRAWN);
        });
    }

    /** Answers the question a request was returned with; it is judged anew and waits for a decision again. */
    @Transactional
    public Handled answer(UUID requestId, String words, String key) {
        return act(key, "answer", requestId + "\n" + words, caseOf(requestId), () -> {
            ReplacementRequest request = lock(requestId);
            if (!isMine(request)) {
                return refused(new Refusal.NotYours());
            }
            if (request.state() != RequestState.RETURNED) {
                return refused(new Refusal.WrongState(request.state()));
            }
            Optional<Refusal> unfit = unfit(words);
            if (unfit.isPresent()) {
                return refused(unfit.get());
            }
            hold(cardOf(cases.dossier(request.caseId())));
            CaseDossier dossier = cases.dossier(request.caseId());
            UUID cardId = cardOf(dossier);
            if (dossier.summary().state().isClosed()) {
                return refused(new Refusal.CaseClosed());
            }
            Optional<ReplacementRequest> other = requests.live(request.caseId(), cardId)
                    .filter(live -> !live.id().equals(requestId));
            if (other.isPresent()) {
                return refused(alreadyLive(other.get()));
            }
            requests.renew(renewed(request, dossier, words.strip()), clock.instant());
            cases.record(request.caseId(), "replacement.answered", null, null, words.strip());
            cases.move(request.caseId(), CaseState.WAITING_FOR_REVIEW);
            return changed(request, RequestState.PENDING);
        });
    }

    /**
     * Decides on a request, by someone other than the requester. Approving issues at once, or lets the request wait for
     * stock; a request that waits for stock can still be refused.
     *
     * @param version the version the decision was made on
     */
    @Transactional
    @ForSupervisors
    public Handled decide(UUID requestId, long version, Decision decision, String key) {
        return act(key, "decide", requestId + "\n" + version + "\n" + decision, caseOf(requestId), () -> {
            ReplacementRequest request = lock(requestId);
            if (isMine(request)) {
                return refused(new Refusal.OwnRequest());
            }
            if (request.version() != version) {
                return refused(new Refusal.Stale(request.state()));
            }
            return switch (decision) {
                case Decision.Approve(String reason) -> approve(request, reason);
                case Decision.Return(String question) -> giveBack(request, question);
                case Decision.Refuse(String reason) -> refuse(request, reason);
            };
        });
    }

    /** Tries again to issue a request that waits for stock. Harmless to repeat: an issued request stays as it is. */
    @Transactional
    public Handled retry(UUID requestId) {
        UUID caseId = caseOf(requestId);
        return once.allOrNothing(
                answers::isDone,
                () -> onCase(caseId, () -> {
                    ReplacementRequest request = lock(requestId);
                    Basis basis = request.basis();
                    if (request.state() == RequestState.ISSUED) {
                        return new Handled.Done(request, RequestState.ISSUED);
                    }
                    if (request.state() != RequestState.WAITING_FOR_STOCK
                            || basis == null
                            || request.cardId() == null) {
                        return refused(new Refusal.WrongState(request.state()));
                    }
                    Card card = cards.lock(request.cardId()).orElseThrow();
                    CaseGuard.Contact contact = guard.contact(caseId);
                    if (!isMadeOn(request, contact)) {
                        return reopening.becauseOfContact(request, contact, card);
                    }
                    CaseDossier dossier = cases.dossier(request.caseId());
                    Optional<Refusal> refusal =
                            changedSince(request.cardId(), request.rule(), request.amount(), dossier);
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    Set<ReviewFlag> flags =
                            signals.of(request.requestedBy(), request.customerId(), card, request.kind());
                    if (basis == Basis.WITHIN_LIMIT && !flags.isEmpty()) {
                        return reopening.becauseOfSignals(request, flags, contact);
                    }
                    // Booking an activation and lifting a void are a supervisor's acts; one decided, so Carddesk does
                    // them for
                    // whoever tries again.
                    return basis == Basis.DECIDED && card.state() != CardState.ACTIVE
                            ? system.asCarddesk(() -> issuance.issue(request, card, basis))
                            : issuance.issue(request, card, basis);
                }));
    }

    private Handled approve(ReplacementRequest request, @Nullable String reason) {
        if (request.state() != RequestState.PENDING) {
            return refused(new Refusal.WrongState(request.state()));
        }
        boolean overrules = request.kind() == RequestKind.REFERRAL;
        boolean given = reason != null && !reason.isBlank();
        Optional<Refusal> unfit = overrules || given ? unfit(reason) : Optional.empty();
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
        if (!isMadeOn(request, guard.contact(request.caseId()))) {
            return refused(new Refusal.ContactChanged());
        }
        CaseDossier dossier = cases.dossier(request.caseId());
        Optional<Refusal> refusal = dossier.summary().state().isClosed()
                ? Optional.of(new Refusal.CaseClosed())
                : changedSince(request.cardId(), request.rule(), request.amount(), dossier)
                        .or(() -> notIssuable(card));
        if (refusal.isPresent()) {
            return refused(refusal.get());
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

    private Handled giveBack(ReplacementRequest request, String question) {
        if (request.state() != RequestState.PENDING) {
            return refused(new Refusal.WrongState(request.state()));
        }
        Optional<Refusal> unfit = unfit(question);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        decided(request, DecisionOutcome.RETURNED, question.strip());
        requests.returned(request.id(), clock.instant());
        cases.record(request.caseId(), "replacement.returned", null, null, question.strip());
        cases.move(request.caseId(), CaseState.OPEN);
        return changed(request, RequestState.RETURNED);
    }

    private Handled refuse(ReplacementRequest request, String reason) {
        if (!request.state().isOpen()) {
            return refused(new Refusal.WrongState(request.state()));
        }
        Optional<Refusal> unfit = unfit(reason);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        decided(request, DecisionOutcome.REFUSED, reason.strip());
        requests.ended(request.id(), RequestState.REFUSED, clock.instant());
        cases.record(request.caseId(), "replacement.refused", null, null, reason.strip());
        cases.move(request.caseId(), CaseState.OPEN);
        return changed(request, RequestState.REFUSED);
    }

    private void decided(ReplacementRequest request, DecisionOutcome outcome, @Nullable String reason) {
        requests.decided(ids.next(), request, outcome, reason, person.id(), clock.instant());
        events.publishEvent(RequestDecided.of(request, outcome, reason));
    }

    /** Stores a request and goes on with it, unless its card or case got one at the same moment. */
    private Handled make(ReplacementRequest draft, Function<ReplacementRequest, Handled> next) {
        if (!requests.insert(draft)) {
            return refused(requests.live(draft.caseId(), draft.cardId())
                    .map(Replacements::alreadyLive)
                    .orElseThrow(() -> new IllegalStateException("A request was neither stored nor in the way")));
        }
        events.publishEvent(
                new RequestChanged(draft.id(), draft.caseId(), draft.customerId(), null, RequestState.PENDING));
        return next.apply(requests.find(draft.id()).orElseThrow());
    }

    private Handled review(ReplacementRequest request) {
        cases.move(request.caseId(), CaseState.WAITING_FOR_REVIEW);
        return new Handled.Done(request, RequestState.PENDING);
    }

    private ReplacementRequest draft(CaseDossier dossier, RequestKind kind, @Nullable String words) {
        Instant now = clock.instant();
        Card card = dossier.card();
        int year = now.atZone(installation.zone()).getYear();
        CaseGuard.Contact contact = guard.contact(dossier.summary().id());
        return new ReplacementRequest(
                ids.next(),
                requests.nextNumber(year),
                dossier.summary().id(),
                dossier.summary().number(),
                cardOf(dossier),
                card == null ? null : card.serial(),
                contact.customer(),
                contact.version(),
                kind,
                dossier.verdict().main().rule(),
                card == null ? null : card.balance(),
                signals.of(person.id(), contact.customer(), card, kind),
                words,
                null,
                RequestState.PENDING,
                null,
                null,
                null,
                person.id(),
                now,
                0,
                List.of());
    }

    /** A returned request as the case stands now; a verdict that says so meanwhile makes a referral a replacement. */
    private ReplacementRequest renewed(ReplacementRequest was, CaseDossier dossier, String answer) {
        Card card = dossier.card();
        CaseGuard.Contact contact = guard.contact(was.caseId());
        boolean due = dossier.verdict().outcome() == Outcome.REPLACE;
        return new ReplacementRequest(
                was.id(),
                was.number(),
                was.caseId(),
                was.caseNumber(),
                cardOf(dossier),
                card == null ? null : card.serial(),
                contact.customer(),
                contact.version(),
                due ? RequestKind.REPLACEMENT : RequestKind.REFERRAL,
                dossier.verdict().main().rule(),
                card == null ? null : card.balance(),
                signals.of(person.id(), contact.customer(), card, RequestKind.REFERRAL),
                was.words(),
                answer,
                RequestState.PENDING,
                null,
                null,
                null,
                was.requestedBy(),
                was.requestedAt(),
                was.version(),
                was.decisions());
    }

    /** Acts once for each key, with the case held; nobody acts on a case about themselves. */
    private Handled act(String key, String operation, String content, UUID caseId, Supplier<Handled> act) {
        return once.forKey(key, operation, person.id(), content, answers, () -> onCase(caseId, act));
    }

    private Handled onCase(UUID caseId, Supplier<Handled> act) {
        guard.hold(caseId);
        return guard.isAboutMe(caseId) ? refused(new Refusal.OwnCase()) : act.get();
    }

    private UUID caseOf(UUID requestId) {
        return requests.caseOf(requestId).orElseThrow();
    }

    /** Whether the letter would still go where it would have gone when the request was made. */
    private static boolean isMadeOn(ReplacementRequest request, CaseGuard.Contact contact) {
        return contact.equals(new CaseGuard.Contact(request.customerId(), request.contactVersion()));
    }

    private Optional<Refusal> refusalToMake(CaseDossier dossier, @Nullable UUID cardId) {
        Optional<Refusal> live = requests.live(dossier.summary().id(), cardId).map(Replacements::alreadyLive);
        boolean closed = dossier.summary().state().isClosed();
        return closed ? live.or(() -> Optional.of(new Refusal.CaseClosed())) : live;
    }

    private static Optional<Refusal> changedSince(
            @Nullable UUID cardId, Rule rule, @Nullable Worth amount, CaseDossier dossier) {
        Card card = dossier.card();
        Worth now = card == null ? null : card.balance();
        Rule ruleNow = dossier.verdict().main().rule();
        boolean same = Objects.equals(cardId, cardOf(dossier)) && rule == ruleNow && Objects.equals(amount, now);
        return same ? Optional.empty() : Optional.of(new Refusal.VerdictChanged(ruleNow, now));
    }

    /** The card a request would hold: none where it was replaced before, because its place is taken for good. */
    private static @Nullable UUID cardOf(CaseDossier dossier) {
        Card card = dossier.card();
        return card == null || card.state() == CardState.REPLACED ? null : card.id();
    }

    private void hold(@Nullable UUID cardId) {
        if (cardId != null) {
            cards.lock(cardId);
        }
    }

    private ReplacementRequest lock(UUID requestId) {
        return requests.lock(requestId).orElseThrow();
    }

    private boolean isMine(ReplacementRequest request) {
        return request.requestedBy().equals(person.id());
    }

    private Handled changed(ReplacementRequest was, RequestState now) {
        events.publishEvent(new RequestChanged(was.id(), was.caseId(), was.customerId(), was.state(), now));
        return new Handled.Done(lock(was.id()), now);
    }

    private static Optional<Refusal> unfit(@Nullable String text) {
        return Words.fault(text).map(Refusal.UnfitWords::new);
    }

    private static Refusal alreadyLive(ReplacementRequest live) {
        return new Refusal.AlreadyLive(live.number(), live.caseNumber(), live.state());
    }

    private static Handled refused(Refusal why) {
        return new Handled.Refused(why);
    }
}
