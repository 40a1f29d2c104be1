package app.carddesk.audit;

import app.carddesk.shared.Columns;
import app.carddesk.shared.RowsMigration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the events of the first release into chains, in the order they were written; from there on changes to them are
 * found, what happened to them before cannot be. Each subject gets a stream of its own.
 */
@Component
class ChainedTrailMigration extends RowsMigration {

    private static final String UNCHAINED = """
            select subject_kind || ':' || cast(subject_id as varchar) as stream, 0 as seq, 1 as form, id, at, acted_by,
                   came_from, act, subject_kind, subject_id, value_before, value_after, reason, personal_digest,
                   previous_hash, event_hash
              from audit_event where at >= :at and (at > :at or id > :id) order by at, id limit\s""";

    private final ChainForm form;

    ChainedTrailMigration(ChainForm form) {
        super("21.1", "chained audit trail");
        this.form = form;
    }

    /** Events are chained by time, and by identifier within one instant. */
    private record Place(Instant at, UUID id) {}

    @Override
    protected void migrate(JdbcClient jdbc, Context context) {
        ChainRows rows = new ChainRows(jdbc);
        forEach(
                new Place(Instant.EPOCH, FIRST),
                (ChainedEvent event) -> new Place(event.at(), event.id()),
                place -> after(jdbc, place),
                event -> chain(jdbc, rows, event));
    }

    private static List<ChainedEvent> after(JdbcClient jdbc, Place place) {
        return jdbc.sql(UNCHAINED + AT_ONCE)
                .param("at", Columns.time(place.at()))
                .param("id", place.id())
                .query((row, n) -> ChainRows.event(row))
                .list();
    }

    private void chain(JdbcClient jdbc, ChainRows rows, ChainedEvent event) {
        Head head = rows.lock(event.stream(), event.at());
        long sequence = head.sequence() + 1;
        byte[] hash = form.hash(event, event.stream(), sequence, head.hash());
        jdbc.sql("update audit_event set stream = :stream, seq = :seq, form = :form, previous_hash = :previous,"
                        + " event_hash = :hash where id = :id")
                .param("stream", event.stream())
                .param("seq", sequence)
                .param("form", event.form())
                .param("previous", head.hash())
                .param("hash", hash)
                .param("id", event.id())
                .update();
        rows.move(new Head(event.stream(), sequence, hash), event.at());
    }
}
