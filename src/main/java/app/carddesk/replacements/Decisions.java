package app.carddesk.replacements;

import app.carddesk.cases.CaseGuard;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions on requests, which are never changed. The reason is sealed, as the requests' own words are. */
@Repository
class Decisions {

    private final JdbcClient jdbc;
    private final CaseGuard guard;
    private final PersonalValues personal;

    Decisions(JdbcClient jdbc, CaseGuard guard, PersonalValues personal) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.personal = personal;
    }

    /** A decision as it is stored. */
    record Sealed(
            UUID id,
            UUID request,
            DecisionOutcome outcome,
            @Nullable String reason,
            UUID by,
            Instant at) {

        ReplacementRequest.Taken opened(PersonalValues.Reader reader) {
            return new ReplacementRequest.Taken(outcome, reader.openOrNull(reason, id), by, at);
        }
    }

    /** @param marks what stood against the request when this was decided */
    void add(
            UUID id,
            ReplacementRequest request,
            DecisionOutcome outcome,
            @Nullable String reason,
            Set<ReviewFlag> marks,
            UUID by,
            Instant at) {
        UUID concerned = guard.concerned(request.caseId());
        jdbc.sql("""
                        insert into replacement_decision
                            (id, request_id, requested_by, decided_by, outcome, reason, flags, decided_at)
                        values (:id, :request, :requestedBy, :by, :outcome, :reason, :flags, :at)""")
                .param("id", id)
                .param("request", request.id())
                .param("requestedBy", request.requestedBy())
                .param("by", by)
                .param("outcome", outcome.name())
                .param("reason", reason == null ? null : personal.seal(concerned, id, reason))
                .param("flags", Requests.written(marks))
                .param("at", Columns.time(at))
                .update();
    }

    /** Of these requests, oldest first. */
    List<Sealed> on(Collection<UUID> requests) {
        return jdbc.sql("""
                        select id, request_id, outcome, reason, decided_by, decided_at from replacement_decision
                         where request_id in (:requests) order by decided_at, id""")
                .param("requests", requests)
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        DecisionOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getObject("decided_by", UUID.class),
                        Columns.instant(row, "decided_at")))
                .list();
    }
}
