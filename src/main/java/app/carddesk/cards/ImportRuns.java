package app.carddesk.cards;

import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.ImportRun.Problem;
import app.carddesk.cards.ImportRun.State;
import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Worth;
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
@KeepsFreeText({"import_run.file_name", "import_run.decided_words", "import_refusal.cell"})
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

    /** Counts anew: what was read through is imported now. */
    void again(UUID id) {
        jdbc.sql("delete from import_refusal where run_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update import_run set bytes_read = 0, accepted = 0, refused = 0 where id = :id")
                .param("id", id)
                .update();
    }

    /** What was counted while a file was read through was not taken. */
    void noneTaken(UUID id) {
        jdbc.sql("update import_run set accepted = 0 where id = :id")
                .param("id", id)
                .update();
    }

    /** An import that was read through waits for a second person from now on; false if it was cancelled meanwhile. */
    boolean unconfirmed(UUID id, Content content, ImportCensus census) {
        boolean waits = jdbc.sql("""
                        update import_run
                           set state = 'UNCONFIRMED', content = :content, needs_second = true, updated_at = :now,
                               bytes_read = bytes_total
                         where id = :id and state = 'RUNNING' and not cancel_asked""")
                        .param("content", content.name())
                        .param("now", Columns.time(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
        if (waits) {
            census.replaced()
                    .forEach(old -> jdbc.sql("insert into import_replaced (run_id, serial) values (:id, :serial)")
                            .param("id", id)
                            .param("serial", old.value())
                            .update());
            census.totals()
                    .forEach(total -> jdbc.sql("""
                            insert into import_total (run_id, unit, cards, replacing, balance)
                            values (:id, :unit, :cards, :replacing, :balance)""")
                            .param("id", id)
                            .param("unit", total.unit())
                            .param("cards", total.cards())
                            .param("replacing", total.replacing())
                            .param(
                                    "balance",
                                    total.balance() == null
                                            ? null
                                            : total.balance().quantity(),
                                    Types.BIGINT)
                            .update());
        }
        return waits;
    }

    List<ImportTotal> totals(UUID id) {
        return jdbc.sql("select unit, cards, replacing, balance from import_total where run_id = :id order by unit")
                .param("id", id)
                .query((row, number) -> {
                    String unit = row.getString("unit");
                    Long balance = row.getObject("balance", Long.class);
                    return new ImportTotal(
                            unit,
                            row.getLong("cards"),
                            row.getLong("replacing"),
                            balance == null ? null : Worth.of(balance, unit));
                })
                .list();
    }

    /** The cards whose balance an import would take over, or took, a thousand of them at most. */
    List<Serial> replaced(UUID id) {
        return jdbc.sql("select serial from import_replaced where run_id = :id order by serial")
                .param("id", id)
                .query((row, number) -> new Serial(row.getString("serial")))
                .list();
    }

    /** Reads a run and holds its row. */
    Optional<ImportRun> lock(UUID id) {
        boolean there = jdbc.sql("select id from import_run where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        return there ? find(id) : Optional.empty();
    }

    /** A second person lets it happen; the database refuses the first one. */
    void confirmed(UUID id, UUID by) {
        jdbc.sql("""
                update import_run set state = 'WAITING', decided_by = :by, decided_at = :now, updated_at = :now
                 where id = :id""")
                .param("by", by)
                .param("now", Columns.time(clock.instant()))
                .param("id", id)
                .update();
    }

    /** A second person turns it down. */
    void refused(UUID id, UUID by, String words) {
        jdbc.sql("""
                update import_run
                   set state = 'REFUSED', accepted = 0, decided_by = :by, decided_at = :now, decided_words = :words,
                       finished_at = :now, updated_at = :now
                 where id = :id""")
                .param("by", by)
                .param("now", Columns.time(clock.instant()))
                .param("words", FreeText.kept(words))
                .param("id", id)
                .update();
    }

    /** Those that wait for a second person, the oldest first. */
    List<ImportRun> waiting() {
        return jdbc.sql("select * from import_run where state = 'UNCONFIRMED' order by started_at, id")
                .query(this::run)
                .list();
    }

    int countForOthers(UUID person) {
        return jdbc.sql("select count(*) from import_run where state = 'UNCONFIRMED' and started_by <> :person")
                .param("person", person)
                .query(Integer.class)
                .single();
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
        if (state.isWorkedOn() && updated.plus(SILENCE).isBefore(clock.instant())) {
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
                row.getLong("refused"),
                answer(row));
    }

    private static ImportRun.@Nullable Answer answer(ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        return by == null
                ? null
                : new ImportRun.Answer(by, Columns.instant(row, "decided_at"), row.getString("decided_words"));
    }
}
