package app.carddesk.cards;

import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.ImportRun.Problem;
import app.carddesk.cards.ImportRun.State;
import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of imports and of the rows they refused. */
@Repository
@KeepsFreeText({"import_run.file_name", "import_refusal.cell"})
class ImportRuns {

    /** A run that has not been heard of for this long has ended with its process. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    void begin(UUID id, String fileName, long bytes, UUID by) {
        jdbc.sql("""
                insert into import_run (id, file_name, state, started_at, started_by, updated_at, bytes_total,
                                        bytes_read, accepted, refused, cancel_asked)
                values (:id, :name, 'WAITING', :now, :by, :now, :bytes, 0, 0, 0, false)
                """)
                .param("id", id)
                .param("name", FreeText.kept(fileName))
                .param("now", Columns.time(clock.instant()))
                .param("by", by)
                .param("bytes", bytes)
                .update();
    }

    void running(UUID id, @Nullable Content content) {
        jdbc.sql("update import_run set state = 'RUNNING', content = :content, updated_at = :now where id = :id")
                .param("content", content == null ? null : content.name(), Types.VARCHAR)
                .param("now", Columns.time(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Counts a batch and keeps its refusals; part of the batch's transaction. */
    void advance(UUID id, long bytesRead, long accepted, List<Refusal> refusals) {
        jdbc.sql("""
                update import_run
                   set bytes_read = :bytes, accepted = accepted + :accepted, refused = refused + :refused
                 where id = :id
                """)
                .param("bytes", bytesRead)
                .param("accepted", accepted)
                .param("refused", refusals.size())
                .param("id", id)
                .update();
        template.batchUpdate(
                "insert into import_refusal (run_id, line, reason, column_name, cell) values (?, ?, ?, ?, ?)",
                refusals,
                Math.max(1, refusals.size()),
                (statement, refusal) -> {
                    statement.setObject(1, id);
                    statement.setLong(2, refusal.line());
                    statement.setString(3, refusal.reason().name());
                    statement.setString(4, refusal.column());
                    statement.setString(5, FreeText.keptOrNull(refusal.cell()));
                });
    }

    /** Says that these are still being worked on, or still wait. */
    void alive(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update import_run set updated_at = :now where id in (:ids)")
                    .param("now", Columns.time(clock.instant()))
                    .param("ids", ids)
                    .update();
        }
    }

    void finish(UUID id, State state, @Nullable Problem problem) {
        jdbc.sql("""
                update import_run
                   set state = :state, problem = :problem, finished_at = :now, updated_at = :now,
                       bytes_read = case when :state = 'DONE' then bytes_total else bytes_read end
                 where id = :id
                """)
                .param("state", state.name())
                .param("problem", problem == null ? null : problem.name(), Types.VARCHAR)
                .param("now", Columns.time(clock.instant()))
                .param("id", id)
                .update();
    }

    void askToCancel(UUID id) {
        jdbc.sql("update import_run set cancel_asked = true where id = :id and state in ('WAITING', 'RUNNING')")
                .param("id", id)
                .update();
    }

    boolean cancelAsked(UUID id) {
        return jdbc.sql("select cancel_asked from import_run where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<ImportRun> find(UUID id) {
        return jdbc.sql("select * from import_run where id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    List<ImportRun> newest(int limit) {
        return jdbc.sql("select * from import_run order by started_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    List<Refusal> refusals(UUID id, long afterLine, int limit) {
        return jdbc.sql("select line, reason, column_name, cell from import_refusal"
                        + " where run_id = :id and line > :line order by line limit :limit")
                .param("id", id)
                .param("line", afterLine)
                .param("limit", limit)
                .query((row, number) -> new Refusal(
                        row.getLong("line"),
                        Refusal.Reason.valueOf(row.getString("reason")),
                        row.getString("column_name"),
                        row.getString("cell")))
                .list();
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        String problem = row.getString("problem");
        Instant updated = Columns.instant(row, "updated_at");
        Instant finished = Columns.optionalInstant(row, "finished_at");
        if (!state.isOver() && updated.plus(SILENCE).isBefore(clock.instant())) {
            state = State.FAILED;
            problem = Problem.INTERRUPTED.name();
            finished = updated;
        }
        String content = row.getString("content");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                content == null ? null : Content.valueOf(content),
                state,
                problem == null ? null : Problem.valueOf(problem),
                Columns.instant(row, "started_at"),
                row.getObject("started_by", UUID.class),
                finished,
                row.getLong("bytes_total"),
                row.getLong("bytes_read"),
                row.getLong("accepted"),
                row.getLong("refused"));
    }
}
