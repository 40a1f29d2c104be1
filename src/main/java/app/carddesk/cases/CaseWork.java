package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.People;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Serial;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.RetriedOnContention;
import app.carddesk.shared.Undo;
import app.carddesk.terms.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a case besides filling it in: open it, take steps, write notes, move it on. */
@Service
@ForDesk
@RetriedOnContention
@Transactional
public class CaseWork {

    /** The longest note, in characters. */
    public static final int MAX_NOTE = 4000;

    /** For how long whoever did something can take it back from where they see it. */
    public static final Duration UNDO = Undo.SPAN;

    private final CaseStore cases;
    private final CaseNumbers numbers;
    private final CaseSteps steps;
    private final CaseDrafts drafts;
    private final OwnCase own;
    private final Timeline timeline;
    private final CardRegister cards;
    private final People people;
    private final NoticePost post;
    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;

    CaseWork(
            CaseStore cases,
            CaseNumbers numbers,
            CaseSteps steps,
            CaseDrafts drafts,
            OwnCase own,
            Timeline timeline,
            CardRegister cards,
            People people,
            NoticePost post,
            JdbcClient jdbc,
            CurrentPerson currentPerson,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Installation installation) {
        this.cases = cases;
        this.numbers = numbers;
        this.steps = steps;
        this.drafts = drafts;
        this.own = own;
        this.timeline = timeline;
        this.cards = cards;
        this.people = people;
        this.post = post;
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
    }

    /**
     * Opens a case for whoever is signed in, first reported today.
     *
     * @param serial the card it is about, if that is known; it need not be in the register
     */
    public CaseNumber open(@Nullable Serial serial) {
        return open(serial, null);
    }

    /** Opens a case for a customer who is known already. */
    public CaseNumber open(@Nullable Serial serial, @Nullable UUID customer) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, installation.zone());
        UUID id = ids.next();
        CaseNumber number = numbers.next(today.getYear());
        UUID card = serial == null ? null : cards.find(serial).map(Card::id).orElse(null);
        jdbc.sql("insert into support_case (id, case_year, case_sequence, state, first_reported, card_id, serial,"
                        + " customer_id, assignee, opened_at, opened_by, changed_at) values (:id, :year, :sequence,"
                        + " 'OPEN', :today, cast(:card as uuid), cast(:serial as varchar), cast(:customer as uuid), :by,"
                        + " :now, :by, :now)")
                .param("id", id)
                .param("year", number.year())
                .param("sequence", number.sequence())
                .param("today", today)
                .param("card", card)
                .param("serial", serial == null ? null : serial.value())
                .param("customer", customer)
                .param("by", currentPerson.id())
                .param("now", Columns.time(now))
                .update();
        timeline.tell(
                id,
                serial == null ? "opened" : "opened.card",
                null,
                serial == null ? null : Canonical.serial(serial.value()),
                null);
        events.publishEvent(new CaseOpened(id, number));
        return number;
    }

    /** Records what became of a step; a step that was taken before gets this outcome instead. */
    public CaseAct take(UUID caseId, Step step, StepOutcome outcome) {
        if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        }
        if (!cases.touch(caseId)) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        }
        steps.keep(caseId, step, outcome);
        timeline.tell(caseId, "step.taken", Canonical.enumeration(step), Canonical.enumeration(outcome), null);
        return new CaseAct.Done();
    }

    /** Takes a step back that was recorded by mistake. */
    public CaseAct undo(UUID caseId, Step step) {
        if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        }
        if (!cases.touch(caseId)) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        }
        Optional<StepOutcome> outcome = steps.outcome(caseId, step);
        if (outcome.isPresent()) {
            steps.remove(caseId, step);
            timeline.tell(
                    caseId, "step.undone", Canonical.enumeration(step), Canonical.enumeration(outcome.get()), null);
        }
        return new CaseAct.Done();
    }

    /**
     * Adds a note to the story; a note is written once. Whoever is named in it as {@code @name} is told.
     */
    public CaseAct note(UUID caseId, String text) {
        if (text.isBlank()) {
            return new CaseAct.Refused(CaseRefusal.EMPTY);
        }
        if (RedemptionCodes.containsCode(text)) {
            return new CaseAct.Refused(CaseRefusal.CONTAINS_CODE);
        }
        if (text.length() > MAX_NOTE) {
            return new CaseAct.Refused(CaseRefusal.TOO_LONG);
        }
        if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        }
        if (!cases.touch(caseId)) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        }
        String kept = text.contains("@") ? Mentions.kept(text.strip(), Mentions.names(people)) : text.strip();
        timeline.tell(caseId, "note", null, null, kept);
        events.publishEvent(new CaseNoted(caseId, timeline.concerned(caseId), kept));
        drafts.drop(caseId, CaseEditing.NOTE);
        String number = cases.get(caseId).number().toString();
        Mentions.named(kept)
                .forEach(person ->
                        post.tell(person, NoticeKind.MENTIONED, number, "cases/" + number, currentPerson.id()));
        return new CaseAct.Done();
    }

    /**
     * Takes a note back that the person signed in wrote within {@link #UNDO}. The story tells that it was taken back,
     * and no longer what it said.
     *
     * @param note its line in the timeline
     */
    public CaseAct takeBackNote(UUID caseId, UUID note) {
        if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        }
        if (!cases.touch(caseId)) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        }
        if (!timeline.isOwnNote(caseId, note, clock.instant().minus(UNDO))) {
            return new CaseAct.Refused(CaseRefusal.TOO_LATE);
        }
        if (timeline.takeBack(caseId, note)) {
            events.publishEvent(new NoteTakenBack(caseId, note));
        }
        return new CaseAct.Done();
    }

    /**
     * Moves a case on, or reopens it when it is closed.
     *
     * @param seen the state the person saw
     */
    public Moving move(UUID caseId, CaseState seen, CaseState to) {
        if (own.is(caseId)) {
            return new Moving.OwnCase();
        }
        if (seen == CaseState.WAITING_FOR_REVIEW
                || to == CaseState.WAITING_FOR_REVIEW
                || seen == to
                || (seen.isClosed() && to != CaseState.OPEN)) {
            return new Moving.NotAllowed();
        }
        if (!cases.setState(caseId, seen, to)) {
            return new Moving.Stale(cases.get(caseId).state());
        }
        timeline.tell(
                caseId,
                seen.isClosed() ? "reopened" : "state",
                Canonical.enumeration(seen),
                Canonical.enumeration(to),
                null);
        events.publishEvent(new CaseStateChanged(caseId, seen, to));
        return new Moving.Moved(to);
    }
}
