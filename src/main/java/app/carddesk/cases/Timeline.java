package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The story of each case. Lines are added and never changed; the database allows nothing else. */
@Repository
class Timeline {

    /** The most lines a case page tells. */
    static final int SHOWN = 300;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final CurrentPerson currentPerson;

    Timeline(JdbcClient jdbc, Ids ids, Clock clock, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.currentPerson = currentPerson;
    }

    void tell(UUID caseId, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {
        tell(caseId, kind, null, before, after, note);
    }

    /** Tells that a field was set, changed or cleared. */
    void tellField(UUID caseId, String field, @Nullable String before, @Nullable String after) {
        String kind = before == null ? "set" : after == null ? "cleared" : "changed";
        tell(caseId, kind, field, before, after, null);
    }

    private void tell(
            UUID caseId,
            String kind,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {
        jdbc.sql("insert into case_timeline (id, case_id, kind, field, before_value, after_value, note, by_person,"
                        + " at_time) values (:id, :case, :kind, cast(:field as varchar), cast(:before as varchar),"
                        + " cast(:after as varchar), cast(:note as varchar), :by, :at)")
                .param("id", ids.next())
                .param("case", caseId)
                .param("kind", kind)
                .param("field", field)
                .param("before", before)
                .param("after", after)
                .param("note", note)
                .param("by", currentPerson.id())
                .param("at", Columns.time(clock.instant()))
                .update();
    }

    /** The story, newest first. */
    List<TimelineLine> of(UUID caseId) {
        return jdbc.sql("select id, kind, field, before_value, after_value, note, by_person, at_time from case_timeline"
                        + " where case_id = :case order by at_time desc, id desc limit " + SHOWN)
                .param("case", caseId)
                .query((row, index) -> new TimelineLine(
                        Rows.uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("field"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getString("note"),
                        Rows.uuid(row, "by_person"),
                        Columns.instant(row, "at_time")))
                .list();
    }
}
