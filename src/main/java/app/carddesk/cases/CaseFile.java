package app.carddesk.cases;

import app.carddesk.access.ForDesk;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Serial;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.policies.TermsLibrary;
import app.carddesk.shared.Installation;
import app.carddesk.terms.Assessment;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases as they are read, and what upper modules may write into them. */
@Service
@ForDesk
public class CaseFile {

    private final CaseStore cases;
    private final CaseSteps steps;
    private final Timeline timeline;
    private final CaseDrafts drafts;
    private final CaseLines lines;
    private final OwnCase own;
    private final Contradictions contradictions;
    private final CardRegister cards;
    private final Proofs proofs;
    private final TermsLibrary terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Installation installation;

    CaseFile(
            CaseStore cases,
            CaseSteps steps,
            Timeline timeline,
            CaseDrafts drafts,
            CaseLines lines,
            OwnCase own,
            Contradictions contradictions,
            CardRegister cards,
            Proofs proofs,
            TermsLibrary terms,
            ApplicationEventPublisher events,
            Clock clock,
            Installation installation) {
        this.cases = cases;
        this.steps = steps;
        this.timeline = timeline;
        this.drafts = drafts;
        this.lines = lines;
        this.own = own;
        this.contradictions = contradictions;
        this.cards = cards;
        this.proofs = proofs;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
        this.installation = installation;
    }

    @Transactional(readOnly = true)
    public Optional<CaseSummary> find(CaseNumber number) {
        return cases.find(number).map(CaseRecord::summary);
    }

    /** @throws java.util.NoSuchElementException if there is no such case */
    @Transactional(readOnly = true)
    public CaseSummary get(UUID caseId) {
        return cases.get(caseId).summary();
    }

    /**
     * Where mail to the customer of a case goes; empty while nobody said it.
     *
     * @throws java.util.NoSuchElementException if there is no such case
     */
    @Transactional(readOnly = true)
    public Optional<String> customerEmail(UUID caseId) {
        return Optional.ofNullable(cases.get(caseId).values().get(CaseField.CUSTOMER_EMAIL))
                .map(EmailAddress::value);
    }

    /** The newest line of a case's timeline, by which a page knows whether it shows the case as it stands. */
    @Transactional(readOnly = true)
    public Optional<UUID> latestLine(UUID caseId) {
        return timeline.latest(caseId);
    }

    /** Everything the case page shows; empty if there is no such case. */
    @Transactional(readOnly = true)
    public Optional<CaseContents> read(CaseNumber number) {
        return cases.find(number).map(found -> {
            List<DoneStep> done = steps.of(found.id());
            UUID customer = found.customerId();
            CaseDossier dossier = dossier(found, done);
            return new CaseContents(
                    dossier,
                    found.values(),
                    found.serial() == null ? null : new Serial(found.serial()),
                    found.customer(),
                    done,
                    timeline.of(found.id()),
                    drafts.of(found.id()),
                    customer == null ? List.of() : lines.ofCustomer(customer, found.id()),
                    contradictions.told(found.values(), dossier.card(), found.openedAt()),
                    own.is(found.id()));
        });
    }

    /**
     * The case with its card, proofs and verdict as they stand now; a request for a replacement is judged by this.
     *
     * @throws java.util.NoSuchElementException if there is no such case
     */
    @Transactional(readOnly = true)
    public CaseDossier dossier(UUID caseId) {
        return dossier(cases.get(caseId), steps.of(caseId));
    }

    /** What can be said of a card before anybody has said anything about it. */
    @Transactional(readOnly = true)
    public Verdict verdictSoFar(Card card) {
        return Assessment.of(CaseFacts.of(card, terms.onFile(), today(), installation.zone()));
    }

    /**
     * Adds a line to the case's timeline, in the caller's transaction.
     *
     * @param kind the key of the line's text below {@code timeline.}, such as {@code replacement.requested}; its
     *     placeholders are {0} before, {1} after, {2} note
     * @param before and after values in {@linkplain Canonical canonical form}, or plain text
     * @param note what a person wrote
     * @return the line, by which {@code StoryPart}s know it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(
            UUID caseId, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {
        return timeline.tell(caseId, kind, before, after, note);
    }

    /** Moves a case to a state because of what happened to a request; tells the timeline. */
    @Transactional
    public void move(UUID caseId, CaseState to) {
        CaseState from = cases.get(caseId).state();
        if (from != to && cases.setState(caseId, from, to)) {
            timeline.tell(caseId, "state", Canonical.enumeration(from), Canonical.enumeration(to), null);
            events.publishEvent(new CaseStateChanged(caseId, from, to));
        }
    }

    private CaseDossier dossier(CaseRecord found, List<DoneStep> done) {
        UUID cardId = found.cardId();
        Card card = cardId == null ? null : cards.find(cardId).orElse(null);
        List<Proof> given = proofs.of(found.id());
        Facts facts = CaseFacts.of(found.values(), card, done, given, terms.onFile(), today(), installation.zone());
        return new CaseDossier(found.summary(), card, given, facts, Assessment.of(facts));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }
}
