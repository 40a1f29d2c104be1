package app.carddesk.guides;

import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that were written here. Rows are only ever added, so their number tells whether anything changed. */
@Repository
@KeepsFreeText({"guide_version.title", "guide_version.summary", "guide_version.keywords", "guide_version.body"})
class GuideVersions {

    private static final String COLUMNS = "select slug, language, version_number, as_shipped, title, summary, keywords,"
            + " body, restored_from, written_at, written_by from guide_version ";

    private final JdbcClient jdbc;

    GuideVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text null where it is the one that came with Carddesk
     */
    record Row(
            String slug,
            Language language,
            int number,
            @Nullable GuideText text,
            @Nullable Integer restoredFrom,
            Instant at,
            UUID by) {}

    int count() {
        return jdbc.sql("select count(*) from guide_version")
                .query(Integer.class)
                .single();
    }

    /** The version of each guide that counts, where it has any. */
    List<Row> latest() {
        return jdbc.sql(COLUMNS + "v where version_number = (select max(w.version_number) from guide_version w"
                        + " where w.slug = v.slug and w.language = v.language)")
                .query((row, n) -> read(row))
                .list();
    }

    /** Newest first. */
    List<Row> of(GuideSubject subject, Language language) {
        return jdbc.sql(COLUMNS + "where slug = :slug and language = :language order by version_number desc")
                .param("slug", subject.slug())
                .param("language", language.name())
                .query((row, n) -> read(row))
                .list();
    }

    /** Adds a version; false if somebody else added one with this number before. */
    boolean add(UUID id, Row row) {
        GuideText text = row.text();
        return jdbc.sql("insert into guide_version (id, slug, language, version_number, as_shipped, title, summary,"
                                + " keywords, body, restored_from, written_at, written_by) values (:id, :slug, :language,"
                                + " :number, :shipped, cast(:title as varchar), cast(:summary as varchar),"
                                + " cast(:keywords as varchar), cast(:body as varchar), cast(:from as integer), :at, :by)"
                                + " on conflict do nothing")
                        .param("id", id)
                        .param("slug", row.slug())
                        .param("language", row.language().name())
                        .param("number", row.number())
                        .param("shipped", text == null)
                        .param("title", text == null ? null : FreeText.kept(text.title()))
                        .param("summary", text == null ? null : FreeText.kept(text.summary()))
                        .param("keywords", text == null ? null : FreeText.kept(text.keywords()))
                        .param("body", text == null ? null : FreeText.kept(text.body()))
                        .param("from", row.restoredFrom())
                        .param("at", Columns.time(row.at()))
                        .param("by", row.by())
                        .update()
                == 1;
    }

    private static Row read(ResultSet row) throws SQLException {
        GuideText text = row.getBoolean("as_shipped")
                ? null
                : new GuideText(
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("keywords"),
                        row.getString("body"));
        return new Row(
                row.getString("slug"),
                Language.valueOf(row.getString("language")),
                row.getInt("version_number"),
                text,
                row.getObject("restored_from", Integer.class),
                Columns.instant(row, "written_at"),
                row.getObject("written_by", UUID.class));
    }
}
