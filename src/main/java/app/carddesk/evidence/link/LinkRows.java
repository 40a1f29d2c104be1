package app.carddesk.evidence.link;

import app.carddesk.shared.Columns;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of one-time links. */
@Repository
class LinkRows {

    private static final String SELECT = """
            select id, owner, language, made_by, made_at, expires_at, opened_at, phone_hash from upload_link
            """;

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link that is not closed, with the hash of the secret that binds it to a phone. */
    record Row(UploadLink link, @Nullable String phoneHash) {}

    /** Inserts a link; false if the owner has another one that is not closed. */
    boolean insert(UploadLink link, String tokenHash) {
        return jdbc.sql("""
                insert into upload_link (id, owner, token_hash, language, made_by, made_at, expires_at, files, bytes,
                                         open_owner)
                values (:id, :owner, :token, :language, :madeBy, :madeAt, :expiresAt, 0, 0, :owner)
                on conflict do nothing
                """)
                        .param("id", link.id())
                        .param("owner", link.owner())
                        .param("token", tokenHash)
                        .param("language", link.language().name())
                        .param("madeBy", link.madeBy())
                        .param("madeAt", Columns.time(link.madeAt()))
                        .param("expiresAt", Columns.time(link.expiresAt()))
                        .update()
                == 1;
    }

    Optional<Row> byToken(String tokenHash, Instant now) {
        return jdbc.sql(SELECT + "where token_hash = :token and closed_at is null and expires_at > :now")
                .param("token", tokenHash)
                .param("now", Columns.time(now))
                .query(LinkRows::row)
                .optional();
    }

    /** The owner's link that is not closed, expired or not. */
    Optional<UploadLink> notClosed(UUID owner) {
        return jdbc.sql(SELECT + "where open_owner = :owner")
                .param("owner", owner)
                .query(LinkRows::row)
                .optional()
                .map(Row::link);
    }

    /** Closes a link; false if it is closed already. */
    boolean close(UUID link, Instant now) {
        return jdbc.sql("""
                update upload_link set closed_at = :now, open_owner = null where id = :id and closed_at is null
                """).param("now", Columns.time(now)).param("id", link).update() == 1;
    }

    /** Binds a link to a phone; false if another one was faster, or it is not open any more. */
    boolean bind(UUID link, String phoneHash, Instant now) {
        return jdbc.sql("""
                update upload_link set opened_at = :now, phone_hash = :phone
                where id = :id and phone_hash is null and closed_at is null and expires_at > :now
                """)
                        .param("now", Columns.time(now))
                        .param("phone", phoneHash)
                        .param("id", link)
                        .update()
                == 1;
    }

    /** Sets a place and so many bytes aside for a file that is about to arrive; false if the link has no more. */
    boolean reserve(UUID link, long bytes, LinkLimits limits) {
        return jdbc.sql("""
                update upload_link set files = files + 1, bytes = bytes + :bytes
                where id = :id and closed_at is null and files < :maxFiles and bytes + :bytes <= :maxBytes
                """)
                        .param("bytes", bytes)
                        .param("id", link)
                        .param("maxFiles", limits.maxFiles())
                        .param("maxBytes", limits.maxBytes().toBytes())
                        .update()
                == 1;
    }

    /** Gives back what was set aside and not used. */
    void settle(UUID link, int files, long bytes) {
        jdbc.sql("update upload_link set files = files - :files, bytes = bytes - :bytes where id = :id")
                .param("files", files)
                .param("bytes", bytes)
                .param("id", link)
                .update();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                new UploadLink(
                        rs.getObject("id", UUID.class),
                        rs.getObject("owner", UUID.class),
                        Language.valueOf(rs.getString("language")),
                        rs.getObject("made_by", UUID.class),
                        Columns.instant(rs, "made_at"),
                        Columns.instant(rs, "expires_at"),
                        Columns.optionalInstant(rs, "opened_at")),
                rs.getString("phone_hash"));
    }
}
