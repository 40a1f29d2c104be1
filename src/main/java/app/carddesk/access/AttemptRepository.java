package app.carddesk.access;

import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows in which failed sign-ins are counted. */
@Repository
class AttemptRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    AttemptRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A count.
     *
     * @param countedAt when it changed last
     * @param closedUntil until when nothing is tried; null if it may be
     */
    record Row(
            String mark,
            int failures,
            Instant countedAt,
            @Nullable Instant closedUntil) {

        boolean isClosed(Instant now) {
            return closedUntil != null && closedUntil.isAfter(now);
        }
    }

    /** Until when the longest of these is closed, as it stands; empty if all are open. */
    Optional<Instant> closedUntil(Collection<String> marks) {
        Instant now = clock.instant();
        return jdbc
                .sql("select mark, failures, counted_at, closed_until from sign_in_attempt where mark in (:marks)")
                .param("marks", marks)
                .query(AttemptRepository::read)
                .list()
                .stream()
                .filter(row -> row.isClosed(now))
                .map(Row::closedUntil)
                .max(Comparator.naturalOrder());
    }

    /** Locks a count until the transaction ends; whoever locks several does it in the order of their marks. */
    Row lock(String mark) {
        jdbc.sql(
                        "insert into sign_in_attempt (mark, failures, counted_at) values (:mark, 0, :now) on conflict do nothing")
                .param("mark", mark)
                .param("now", Columns.time(clock.instant()))
                .update();
        return jdbc.sql(
                        "select mark, failures, counted_at, closed_until from sign_in_attempt where mark = :mark for update")
                .param("mark", mark)
                .query(AttemptRepository::read)
                .single();
    }

    void save(Row row) {
        jdbc.sql("""
                update sign_in_attempt set failures = :failures, counted_at = :at,
                       closed_until = cast(:until as timestamp with time zone)
                where mark = :mark
                """)
                .param("failures", row.failures())
                .param("at", Columns.time(row.countedAt()))
                .param("until", Columns.optionalTime(row.closedUntil()))
                .param("mark", row.mark())
                .update();
    }

    void remove(String mark) {
        jdbc.sql("delete from sign_in_attempt where mark = :mark")
                .param("mark", mark)
                .update();
    }

    int removeBefore(Instant before) {
        return jdbc.sql("delete from sign_in_attempt where counted_at < :before")
                .param("before", Columns.time(before))
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("mark"),
                row.getInt("failures"),
                Columns.instant(row, "counted_at"),
                Columns.optionalInstant(row, "closed_until"));
    }
}
