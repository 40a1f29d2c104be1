package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.Contradictions;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Once;
import app.carddesk.shared.RetriedOnContention;
import app.carddesk.shared.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * the customer; whatever is done to a proof holds the case first. A card in stock that somebody else holds is passed over, never waited for. What the database still
 * refuses for the sake of others is begun anew.
 */
@Service
@ForDesk
@RetriedOnContention
public class Replacements {

    /** For how long a request waits for its pictures to be compared. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Once once;
    private final RequestRows rows;
    private final Asking asking;
    private final Deciding deciding;
    private final LateIssue late;
    private final RiskSignals signals;
    private final Allowances allowances;
    private final CaseGuard guard;
    private final CardOrigins origins;
    private final Contradictions contradictions;
    private final CurrentPerson person;
    private final HandledAnswers answers;

    Replacements(
            Once once,
            RequestRows rows,
            Asking asking,
            Deciding deciding,
            LateIssue late,
            RiskSignals signals,
            Allowances allowances,
            CaseGuard guard,
            CardOrigins origins,
            Contradictions contradictions,
            CurrentPerson person) {
        this.once = once;
        this.rows = rows;
        this.asking = asking;
        this.deciding = deciding;
        this.late = late;
        this.signals = signals;
        this.allowances = allowances;
        this.guard = guard;
        this.origins = origins;
        this.contradictions = contradictions;
        this.person = person;
        this.answers = new HandledAnswers(rows);
    }

    /** The requests of a case, newest first. */
    @Transactional(readOnly = true)
    public List<ReplacementRequest> ofCase(UUID caseId) {
        return rows.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<ReplacementRequest> find(UUID requestId) {
        return rows.find(requestId);
    }

    /** Whether the case of a request has the customer, with the e-mail and phone, on which it was made or granted. */
    @Transactional(readOnly = true)
    public boolean isContactUnchanged(UUID requestId) {
        return rows.find(requestId)
                .filter(request -> request.isMadeOn(guard.contactSeen(request.caseId())))
                .isPresent();
    }

    /**
     * Whether a request for this amount would be issued at once as far as the limit goes. Content codes never are; a
     * currency without a limit has none to stay within. Signals are looked at only when the request is made.
     */
    public boolean isWithinLimit(CardKind kind, Worth amount) {
        return allowances.isWithinSingleLimit(kind, amount);
    }

    /** Whether the person signed in brought this card, or money on it, into the register, and so asks for nothing by it. */
    @Transactional(readOnly = true)
    public boolean isBroughtInByMe(UUID card) {
        return origins.broughtInBy(card).contains(person.id());
    }

    /** Whether the person signed in wrote the customer's address, or chose the customer, and so approves nothing there. */
    @Transactional(readOnly = true)
    public boolean isAddressMine(UUID caseId) {
        return guard.isAddressMine(caseId);
    }

    /** Why nothing can be asked for on a case yet: nobody is named on it, or they cannot be reached. */
    @Transactional(readOnly = true)
    public Optional<Refusal> nobodyToReach(UUID caseId) {
        return Refusal.NobodyToReach.on(guard.reach(caseId));
    }

    /**
     * Waits a moment until the pictures of a case are compared with those of other cases; what is not compared by the
     * time of a request goes to a second person. Not to be called in a transaction.
     */
    public void settle(UUID caseId) {
        contradictions.settle(caseId, PATIENCE);
    }

    /**
     * The signals a request of the person signed in would meet now, most of all the limits of the day, the month and the
     * card. Others may be faster: the request itself looks again.
     */
    @Transactional(readOnly = true)
    public Outlook outlook(UUID caseId, @Nullable UUID customer, Card card) {
        return signals.outlook(person.id(), caseId, customer, card, RequestKind.REPLACEMENT);
    }

    /**
     * Asks for the replacement that the verdict says is due. Within the limit and without a reason to look twice it is
     * issued in the same transaction; else it waits for someone else's decision.
     */
    @Transactional
    public Handled request(Confirmed confirmed, String key) {
        String content =
                confirmed.caseId() + "\n" + confirmed.cardId() + "\n" + confirmed.amount() + "\n" + confirmed.contact();
        return act(key, "request", content, confirmed.caseId(), () -> asking.request(confirmed));
    }

    /** Hands a case to a supervisor, whatever its verdict, with the agent's own words. */
    @Transactional
    public Handled refer(UUID caseId, String words, String key) {
        return act(key, "refer", caseId + "\n" + words, caseId, () -> asking.refer(caseId, words));
    }

    /** Takes a request back, by the requester alone, as long as nothing was issued. */
    @Transactional
    public Handled withdraw(UUID requestId, String key) {
        return act(key, "withdraw", requestId.toString(), caseOf(requestId), () -> asking.withdraw(requestId));
    }

    /** Answers the question a request was returned with; it is judged anew and waits for a decision again. */
    @Transactional
    public Handled answer(UUID requestId, String words, String key) {
        String content = requestId + "\n" + words;
        return act(key, "answer", content, caseOf(requestId), () -> asking.answer(requestId, words));
    }

    /**
     * What stands against a request, for whoever decides on it: what did when it was made, what does now while it is
     * open, and what does not fit in the case. Nobody approves in sight of less; see {@link Decision.Approve}.
     *
     * @throws java.util.NoSuchElementException if there is no such request
     */
    @Transactional(readOnly = true)
    @ForSupervisors
    public Outlook against(UUID requestId) {
        return deciding.against(rows.find(requestId).orElseThrow());
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
        String content = requestId + "\n" + version + "\n" + decision;
        return act(key, "decide", content, caseOf(requestId), () -> deciding.decide(requestId, version, decision));
    }

    /** Tries again to issue a request that waits for stock. Harmless to repeat: an issued request stays as it is. */
    @Transactional
    public Handled retry(UUID requestId) {
        UUID caseId = caseOf(requestId);
        return once.allOrNothing(answers::isDone, () -> onCase(caseId, () -> late.retry(requestId)));
    }

    /** Acts once for each key, with the case held; nobody acts on a case about themselves. */
    private Handled act(String key, String operation, String content, UUID caseId, Supplier<Handled> act) {
        return once.forKey(key, operation, person.id(), content, answers, () -> onCase(caseId, act));
    }

    private Handled onCase(UUID caseId, Supplier<Handled> act) {
        guard.hold(caseId);
        return guard.isAboutMe(caseId) ? new Handled.Refused(new Refusal.OwnCase()) : act.get();
    }

    private UUID caseOf(UUID requestId) {
        return rows.caseOf(requestId).orElseThrow();
    }
}
