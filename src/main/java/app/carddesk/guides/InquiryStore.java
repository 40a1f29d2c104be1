package app.carddesk.guides;

import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inquiries. */
@Repository
@KeepsFreeText("inquiry.note")
class InquiryStore {

    private static final String COLUMNS =
            "select id, topic, outcome, note, opened_at, closed_at, undone_at from inquiry ";

    private final JdbcClient jdbc;

    InquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Inquiry> openOf(UUID person) {
        return jdbc.sql(COLUMNS + "where open_by = :person")
                .param("person", person)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Opens an inquiry unless the person has one open already. */
    void open(UUID id, InquiryTopic topic, UUID person, Instant now) {
        jdbc.sql("insert into inquiry (id, topic, opened_at, person_id, open_by)"
                        + " values (:id, :topic, :now, :person, :person) on conflict do nothing")
                .param("id", id)
                .param("topic", topic.name())
                .param("now", Columns.time(now))
                .param("person", person)
                .update();
    }

    void setTopic(UUID person, InquiryTopic topic) {
        jdbc.sql("update inquiry set topic = :topic where open_by = :person")
                .param("topic", topic.name())
                .param("person", person)
                .update();
    }

    void dropOpenOf(UUID person) {
        jdbc.sql("delete from inquiry where open_by = :person")
                .param("person", person)
                .update();
    }

    boolean close(UUID id, UUID person, InquiryOutcome outcome, @Nullable String note, Instant now) {
        return jdbc.sql("update inquiry set outcome = :outcome, note = cast(:note as varchar), closed_at = :now,"
                                + " open_by = null where id = :id and open_by = :person")
                        .param("outcome", outcome.name())
                        .param("note", FreeText.keptOrNull(note))
                        .param("now", Columns.time(now))
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    boolean undo(UUID id, UUID person, Instant now) {
        return jdbc.sql("update inquiry set undone_at = :now where id = :id and person_id = :person"
                                + " and closed_at > :since and undone_at is null")
                        .param("now", Columns.time(now))
                        .param("since", Columns.time(now.minus(Inquiry.UNDO)))
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    Optional<Inquiry> find(UUID id, UUID person) {
        return jdbc.sql(COLUMNS + "where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person)
                .query((row, n) -> read(row))
                .optional();
    }

    /** What the person closed since then, newest first. */
    List<Inquiry> closedBy(UUID person, Instant since, int limit) {
        return jdbc.sql(COLUMNS + "where person_id = :person and closed_at >= :since"
                        + " order by closed_at desc, id desc limit :limit")
                .param("person", person)
                .param("since", Columns.time(since))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** How many were closed since then and not undone. */
    Map<InquiryTopic, Integer> countsSince(Instant since) {
        Map<InquiryTopic, Integer> counts = new EnumMap<>(InquiryTopic.class);
        jdbc.sql("select topic, count(*) as closed from inquiry where closed_at >= :since and undone_at is null"
                        + " group by topic")
                .param("since", Columns.time(since))
                .query(row -> {
                    counts.put(InquiryTopic.valueOf(row.getString("topic")), row.getInt("closed"));
                });
        return counts;
    }

    private static Inquiry read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Inquiry(
                row.getObject("id", UUID.class),
                InquiryTopic.valueOf(row.getString("topic")),
                outcome == null ? null : InquiryOutcome.valueOf(outcome),
                row.getString("note"),
                Columns.instant(row, "opened_at"),
                Columns.optionalInstant(row, "closed_at"),
                Columns.optionalInstant(row, "undone_at"));
    }
}
