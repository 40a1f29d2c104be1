package app.carddesk.audit;

import app.carddesk.shared.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Puts the events of the first release into chains, in the order they were written; from there on changes to them are
 * found, what happened to them before cannot be. Each subject gets a stream of its own.
 */
@Component
class ChainedTrailMigration implements JavaMigration {

    private static final int AT_ONCE = 500;
    private static final String UNCHAINED = """
            select subject_kind || ':' || cast(subject_id as varchar) as stream, 0 as seq, 1 as form, id, at, acted_by,
                   came_from, act, subject_kind, subject_id, value_before, value_after, reason, personal_digest,
                   previous_hash, event_hash
              from audit_event where at >= :at and (at > :at or id > :id) order by at, id limit\s""";

    private static final UUID FIRST = new UUID(0, 0);

    private final ChainForm form;

    ChainedTrailMigration(ChainForm form) {
        this.form = form;
    }

    @Override
    public void migrate(Context context) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        ChainRows rows = new ChainRows(jdbc);
        List<ChainedEvent> part = after(jdbc, Instant.EPOCH, FIRST);
        while (!part.isEmpty()) {
            part.forEach(event -> chain(jdbc, rows, event));
            part = after(jdbc, part.getLast().at(), part.getLast().id());
        }
    }

    private static List<ChainedEvent> after(JdbcClient jdbc, Instant at, UUID id) {
        return jdbc.sql(UNCHAINED + AT_ONCE)
                .param("at", Columns.time(at))
                .param("id", id)
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

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("21.1");
    }

    @Override
    public String getDescription() {
        return "chained audit trail";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
