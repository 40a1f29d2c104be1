package app.carddesk.cases;

import app.carddesk.shared.Columns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The call-backs on the rows of cases. */
@Repository
class CallBackRows {

    private static final String WAITING = """
            call_back_told is null and call_back_at <= :now and state not in ('SOLVED', 'CLOSED_WITHOUT_SOLUTION')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallBackRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A call-back that is due. */
    record Due(UUID caseId, CaseNumber number, UUID by) {}

    Optional<CallBack> of(UUID caseId) {
        return jdbc.sql(
                        "select call_back_at, call_back_by from support_case where id = :id and call_back_at is not null")
                .param("id", caseId)
                .query((row, index) ->
                        new CallBack(Columns.instant(row, "call_back_at"), Rows.uuid(row, "call_back_by")))
                .optional();
    }

    /**
     * Writes a call-back, or none. The caller holds the case's row.
     *
     * @param day the day it falls on here
     */
    void set(UUID caseId, @Nullable CallBack callBack, @Nullable LocalDate day) {
        jdbc.sql("update support_case set call_back_at = cast(:at as timestamp with time zone), call_back_by ="
                        + " cast(:by as uuid), call_back = cast(:day as date), call_back_told = null where id = :id")
                .param("at", callBack == null ? null : Columns.time(callBack.at()))
                .param("by", callBack == null ? null : callBack.by())
                .param("day", day)
                .param("id", caseId)
                .update();
    }

    /** Call-backs that are due and of which nobody was told yet, the oldest first. */
    List<Due> due(int limit) {
        return jdbc.sql("select id, case_year, case_sequence, call_back_by from support_case where " + WAITING
                        + " order by call_back_at limit :limit")
                .param("now", Columns.time(clock.instant()))
                .param("limit", limit)
                .query((row, index) -> new Due(
                        Rows.uuid(row, "id"),
                        new CaseNumber(row.getInt("case_year"), row.getInt("case_sequence")),
                        Rows.uuid(row, "call_back_by")))
                .list();
    }

    /** Takes it on to tell of a call-back; false if another node did, or if it was moved meanwhile. */
    boolean claim(Due due) {
        Instant now = clock.instant();
        return jdbc.sql("update support_case set call_back_told = :now where id = :id and call_back_by = :by and "
                                + WAITING)
                        .param("now", Columns.time(now))
                        .param("id", due.caseId())
                        .param("by", due.by())
                        .update()
                == 1;
    }
}
