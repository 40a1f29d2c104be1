package app.carddesk.audit;

import app.carddesk.audit.VerificationRun.State;
import app.carddesk.audit.Verifier.Tally;
import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What verifications came to. */
@Repository
class VerificationRows {

    private final JdbcClient jdbc;

    VerificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID id, UUID by, long expected, Instant now) {
        jdbc.sql(
                        "insert into audit_verification (id, state, started_at, started_by, alive_at, events_total, events_read,"
                                + " streams, anchors, outside, findings) values (:id, 'RUNNING', :now, :by, :now, :expected, 0, 0,"
                                + " 0, 0, 0)")
                .param("id", id)
                .param("by", by)
                .param("expected", expected)
                .param("now", Columns.time(now))
                .update();
    }

    void progress(UUID id, Tally tally, Instant now) {
        write(id, State.RUNNING, tally, now, "alive_at");
    }

    void end(UUID id, State state, Tally tally, Instant now) {
        write(id, state, tally, now, "finished_at");
        int place = 0;
        for (Finding finding : tally.findings.named()) {
            jdbc.sql(
                            "insert into audit_finding (verification_id, place, kind, stream, first_seq, last_seq) values (:id,"
                                    + " :place, :kind, cast(:stream as varchar), :first, :last)")
                    .param("id", id)
                    .param("place", ++place)
                    .param("kind", finding.kind().name())
                    .param("stream", finding.stream())
                    .param("first", finding.first())
                    .param("last", finding.last())
                    .update();
        }
    }

    private void write(UUID id, State state, Tally tally, Instant now, String moment) {
        jdbc.sql("update audit_verification set state = :state, events_read = :events, streams = :streams, anchors ="
                        + " :anchors, outside = :outside, findings = :findings, " + moment + " = :now where id = :id")
                .param("state", state.name())
                .param("events", tally.events)
                .param("streams", tally.streams)
                .param("anchors", tally.anchors)
                .param("outside", tally.outside)
                .param("findings", tally.findings.count())
                .param("now", Columns.time(now))
                .param("id", id)
                .update();
    }

    /** Those that run and were heard of since a moment. */
    boolean isRunning(Instant since) {
        return !jdbc.sql("select id from audit_verification where state = 'RUNNING' and alive_at >= :since")
                .param("since", Columns.time(since))
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /** A process that ended leaves its verification running for ever. */
    void giveUp(Instant before) {
        jdbc.sql("update audit_verification set state = 'FAILED', finished_at = alive_at where state = 'RUNNING' and"
                        + " alive_at < :before")
                .param("before", Columns.time(before))
                .update();
    }

    Optional<VerificationRun> latest() {
        return jdbc.sql("select * from audit_verification order by started_at desc, id desc limit 1")
                .query((row, n) -> read(row))
                .optional();
    }

    List<Finding> findings(UUID id) {
        return jdbc.sql(
                        "select kind, stream, first_seq, last_seq from audit_finding where verification_id = :id order by"
                                + " place")
                .param("id", id)
                .query((row, n) -> new Finding(
                        Finding.Kind.valueOf(row.getString("kind")),
                        row.getString("stream"),
                        row.getLong("first_seq"),
                        row.getLong("last_seq")))
                .list();
    }

    private static VerificationRun read(ResultSet row) throws SQLException {
        return new VerificationRun(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                Columns.instant(row, "started_at"),
                row.getObject("started_by", UUID.class),
                Columns.optionalInstant(row, "finished_at"),
                row.getLong("events_total"),
                row.getLong("events_read"),
                row.getLong("streams"),
                row.getLong("anchors"),
                row.getLong("outside"),
                row.getLong("findings"));
    }
}
