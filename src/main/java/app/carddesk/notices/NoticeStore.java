package app.carddesk.notices;

import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notices. */
@Repository
class NoticeStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID person, Notice notice) {
        jdbc.sql("""
                insert into notice (id, person_id, kind, subject, address, by_person, at_time)
                values (:id, :person, :kind, cast(:subject as varchar), :address, cast(:by as uuid), :at)
                """)
                .param("id", notice.id())
                .param("person", person)
                .param("kind", notice.kind().name())
                .param("subject", notice.subject())
                .param("address", notice.address())
                .param("by", notice.by())
                .param("at", Columns.time(notice.at()))
                .update();
    }

    /** The newest first. */
    List<Notice> latest(UUID person, int limit) {
        return jdbc.sql("""
                select id, kind, subject, address, by_person, at_time, read_at from notice
                where person_id = :person order by at_time desc, id desc limit :limit
                """)
                .param("person", person)
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    int unread(UUID person) {
        return jdbc.sql("select count(*) from notice where person_id = :person and read_at is null")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /** Whether it was unread until now; nobody reads another's. */
    boolean markRead(UUID person, UUID id) {
        return jdbc.sql("""
                update notice set read_at = :now where id = :id and person_id = :person and read_at is null
                """)
                        .param("now", Columns.time(clock.instant()))
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Marks what was there at a moment; what came since stays unread. */
    int markAllRead(UUID person, Instant until) {
        return jdbc.sql("""
                update notice set read_at = :now
                where person_id = :person and read_at is null and at_time <= :until
                """)
                .param("now", Columns.time(clock.instant()))
                .param("until", Columns.time(until))
                .param("person", person)
                .update();
    }

    int removeBefore(Instant before) {
        return jdbc.sql("delete from notice where at_time < :before")
                .param("before", Columns.time(before))
                .update();
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("address"),
                row.getObject("by_person", UUID.class),
                Columns.instant(row, "at_time"),
                row.getObject("read_at") != null);
    }
}
