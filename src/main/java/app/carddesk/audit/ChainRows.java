package app.carddesk.audit;

import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events and the heads of their chains. */
@Repository
class ChainRows {

    static final String EVENT = """
            select e.stream, e.seq, e.form, e.previous_hash, e.event_hash, e.id, e.at, e.acted_by, e.came_from, e.act,
                   e.subject_kind, e.subject_id, e.value_before, e.value_after, e.reason, e.personal_digest
              from audit_event e
            """;

    private final JdbcClient jdbc;

    ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the head of a stream and holds it until the transaction ends; a new stream begins with place 0. */
    Head lock(String stream, Instant now) {
        return locked(stream).orElseGet(() -> {
            jdbc.sql("insert into audit_head (stream, seq, event_hash, changed_at) values (:stream, 0, :start, :now)"
                            + " on conflict do nothing")
                    .param("stream", stream)
                    .param("start", ChainForm.start())
                    .param("now", Columns.time(now))
                    .update();
            return locked(stream).orElseThrow();
        });
    }

    private Optional<Head> locked(String stream) {
        return jdbc.sql("select stream, seq, event_hash from audit_head where stream = :stream for update")
                .param("stream", stream)
                .query((row, n) -> head(row))
                .optional();
    }

    Optional<Head> head(String stream) {
        return jdbc.sql("select stream, seq, event_hash from audit_head where stream = :stream")
                .param("stream", stream)
                .query((row, n) -> head(row))
                .optional();
    }

    void move(Head head, Instant now) {
        jdbc.sql("update audit_head set seq = :seq, event_hash = :hash, changed_at = :now where stream = :stream")
                .param("seq", head.sequence())
                .param("hash", head.hash())
                .param("now", Columns.time(now))
                .param("stream", head.stream())
                .update();
    }

    void add(ChainedEvent event) {
        jdbc.sql("""
                        insert into audit_event
                            (id, at, acted_by, act, subject_kind, subject_id, value_before, value_after, reason,
                             came_from, stream, seq, form, personal_digest, previous_hash, event_hash)
                        values (:id, :at, cast(:by as uuid), :act, :kind, :subject, :before, :after, :reason,
                             :from, :stream, :seq, :form, :digest, :previous, :hash)""")
                .param("id", event.id())
                .param("at", Columns.time(event.at()))
                .param("by", event.actor())
                .param("act", event.act())
                .param("kind", event.subjectKind())
                .param("subject", event.subjectId())
                .param("before", event.before())
                .param("after", event.after())
                .param("reason", event.reason())
                .param("from", event.cameFrom())
                .param("stream", event.stream())
                .param("seq", event.sequence())
                .param("form", event.form())
                .param("digest", event.personalDigest())
                .param("previous", event.previous())
                .param("hash", event.hash())
                .update();
    }

    void addPersonal(UUID event, Map<String, String> sealed) {
        sealed.forEach((slot, text) -> jdbc.sql(
                        "insert into audit_personal (event_id, slot, sealed) values (:event, :slot, :sealed)")
                .param("event", event)
                .param("slot", slot)
                .param("sealed", text)
                .update());
    }

    /** The next events of a stream after a place. */
    List<ChainedEvent> ofStream(String stream, long after, int limit) {
        return jdbc.sql(EVENT + " where e.stream = :stream and e.seq > :after order by e.seq limit " + limit)
                .param("stream", stream)
                .param("after", after)
                .query((row, n) -> event(row))
                .list();
    }

    /** The next events of the streams that come after one, in the database's own order. */
    List<ChainedEvent> afterStream(String stream, int limit) {
        return jdbc.sql(EVENT + " where e.stream > :stream order by e.stream, e.seq limit " + limit)
                .param("stream", stream)
                .query((row, n) -> event(row))
                .list();
    }

    /** The events that were written last. */
    List<ChainedEvent> newest(int limit) {
        return jdbc.sql(EVENT + " order by e.at desc, e.id desc limit " + limit)
                .query((row, n) -> event(row))
                .list();
    }

    static ChainedEvent event(ResultSet row) throws SQLException {
        return new ChainedEvent(
                row.getString("stream"),
                row.getLong("seq"),
                row.getInt("form"),
                row.getBytes("previous_hash"),
                row.getBytes("event_hash"),
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                row.getObject("acted_by", UUID.class),
                row.getString("came_from"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("value_before"),
                row.getString("value_after"),
                row.getString("reason"),
                row.getString("personal_digest"));
    }

    static Head head(ResultSet row) throws SQLException {
        return new Head(row.getString("stream"), row.getLong("seq"), row.getBytes("event_hash"));
    }
}
