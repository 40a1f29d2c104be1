package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cases.CaseGuard;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was drawn to be looked at among that which nobody decided on, and who looked. See {@link Sampling}. */
@Service
@ForSupervisors
public class Samples {

    private final JdbcClient jdbc;
    private final CaseGuard guard;
    private final CardOrigins origins;
    private final PersonalValues personal;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Samples(
            JdbcClient jdbc,
            CaseGuard guard,
            CardOrigins origins,
            PersonalValues personal,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.origins = origins;
        this.personal = personal;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    private record Drawn(UUID replacement, UUID caseId, UUID card, UUID by) {}

    /** How many wait for the person signed in: their own never do. */
    @Transactional(readOnly = true)
    public int countToLookAt() {
        return jdbc.sql("""
                        select count(*) from replacement p
                         where p.basis = 'WITHIN_LIMIT' and p.sampled and p.requested_by <> :me
                           and not exists (select 1 from replacement_look l where l.replacement_id = p.id)""").param("me", person.id()).query(Integer.class).single();
    }

    /**
     * Says that the person signed in looked at what was issued on a request.
     *
     * @param words what they found, or blank
     * @return why not, if it was refused
     * @throws NoSuchElementException if nothing that was issued on it is drawn to be looked at
     */
    @Transactional
    public Optional<Refusal> lookedAt(UUID request, String words) {
        Drawn drawn = drawn(request);
        Optional<Refusal> refusal = refusal(drawn, words);
        if (refusal.isPresent()) {
            return refusal;
        }
        UUID id = ids.next();
        UUID concerned = guard.concerned(drawn.caseId());
        String kept = words.isBlank() ? null : words.strip();
        boolean first = jdbc.sql("""
                        insert into replacement_look (id, replacement_id, requested_by, looked_by, looked_at, words)
                        values (:id, :replacement, :requestedBy, :by, :at, cast(:words as varchar))
                        on conflict do nothing""")
                        .param("id", id)
                        .param("replacement", drawn.replacement())
                        .param("requestedBy", drawn.by())
                        .param("by", person.id())
                        .param("at", Columns.time(clock.instant()))
                        .param("words", kept == null ? null : personal.seal(concerned, id, kept))
                        .update()
                == 1;
        if (!first) {
            return Optional.of(new Refusal.LookedAtBefore());
        }
        events.publishEvent(new SampleLookedAt(request, drawn.caseId(), concerned, kept));
        return Optional.empty();
    }

    private Optional<Refusal> refusal(Drawn drawn, String words) {
        if (drawn.by().equals(person.id())) {
            return Optional.of(new Refusal.OwnRequest());
        }
        if (guard.isAboutMe(drawn.caseId())) {
            return Optional.of(new Refusal.OwnCase());
        }
        if (origins.broughtInBy(drawn.card()).contains(person.id())) {
            return Optional.of(new Refusal.BroughtIn());
        }
        return words.isBlank() ? Optional.empty() : Refusal.UnfitWords.in(words);
    }

    private Drawn drawn(UUID request) {
        return jdbc.sql("""
                        select id, case_id, old_card, requested_by from replacement
                         where request_id = :request and basis = 'WITHIN_LIMIT' and sampled""")
                .param("request", request)
                .query((row, number) -> new Drawn(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("old_card", UUID.class),
                        row.getObject("requested_by", UUID.class)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Nothing is drawn on " + request));
    }
}
