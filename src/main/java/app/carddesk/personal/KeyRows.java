package app.carddesk.personal;

import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The data keys, sealed. A subject whose key was erased gets one of the next generation if it is told of again. */
@Repository
class KeyRows {

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sealed null once it is erased
     * @param sealedWith names the installation's key that seals it
     */
    record Row(UUID subject, int generation, byte @Nullable [] sealed, String sealedWith) {

        /** What the sealed key is bound to. */
        String place() {
            return subject + ":" + generation;
        }
    }

    Optional<Row> newest(UUID subject) {
        return jdbc.sql(
                        "select subject_id, generation, sealed_key, sealed_with from personal_key where subject_id = :subject"
                                + " order by generation desc limit 1")
                .param("subject", subject)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Row> of(Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select subject_id, generation, sealed_key, sealed_with from personal_key where subject_id in (:subjects)")
                        .param("subjects", subjects)
                        .query((row, n) -> read(row))
                        .list();
    }

    /** Adds a key unless somebody was quicker. */
    void add(Row row, UUID owner, Instant now) {
        jdbc.sql("insert into personal_key (subject_id, generation, owner_id, sealed_key, sealed_with, made_at)"
                        + " values (:subject, :generation, :owner, :sealed, :with, :now) on conflict do nothing")
                .param("subject", row.subject())
                .param("generation", row.generation())
                .param("owner", owner)
                .param("sealed", row.sealed())
                .param("with", row.sealedWith())
                .param("now", Columns.time(now))
                .update();
    }

    void give(UUID from, UUID to) {
        jdbc.sql("update personal_key set owner_id = :to where (subject_id = :from or owner_id = :from)"
                        + " and owner_id <> :to")
                .param("from", from)
                .param("to", to)
                .update();
    }

    int erase(UUID owner, Instant now) {
        return jdbc.sql("update personal_key set sealed_key = null, erased_at = :now where owner_id = :owner and"
                        + " sealed_key is not null")
                .param("owner", owner)
                .param("now", Columns.time(now))
                .update();
    }

    /** The name of the next installation key, in the order of names, that seals anything that is not erased. */
    Optional<String> nextKeyId(String after) {
        return jdbc.sql(
                        "select min(sealed_with) from personal_key where sealed_with > :after and sealed_key is not null")
                .param("after", after)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Keys that one installation key seals, after a place in their order. */
    List<Row> under(String sealedWith, UUID subject, int generation, int limit) {
        return jdbc.sql("select subject_id, generation, sealed_key, sealed_with from personal_key"
                        + " where sealed_with = :with and sealed_key is not null and (subject_id > :subject"
                        + " or (subject_id = :subject and generation > :generation))"
                        + " order by subject_id, generation limit " + limit)
                .param("with", sealedWith)
                .param("subject", subject)
                .param("generation", generation)
                .query((row, n) -> read(row))
                .list();
    }

    /** Puts a key that was sealed anew in the place of the old form, unless it was erased meanwhile. */
    int renew(Row row, String before) {
        return jdbc.sql("update personal_key set sealed_key = :sealed, sealed_with = :with where subject_id = :subject"
                        + " and generation = :generation and sealed_with = :before and sealed_key is not null")
                .param("sealed", row.sealed())
                .param("with", row.sealedWith())
                .param("subject", row.subject())
                .param("generation", row.generation())
                .param("before", before)
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("subject_id", UUID.class),
                row.getInt("generation"),
                row.getBytes("sealed_key"),
                row.getString("sealed_with"));
    }
}
