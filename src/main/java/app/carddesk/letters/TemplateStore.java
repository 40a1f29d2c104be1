package app.carddesk.letters;

import app.carddesk.shared.Columns;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the templates, on top of those Carddesk comes with. */
@Repository
@KeepsFreeText({"letter_template.subject", "letter_template.body"})
class TemplateStore {

    private static final String COLUMNS =
            "select kind, language, version, subject, body, written_by, written_at" + " from letter_template ";

    private final JdbcClient jdbc;
    private final ShippedTemplates shipped;

    TemplateStore(JdbcClient jdbc, ShippedTemplates shipped) {
        this.jdbc = jdbc;
        this.shipped = shipped;
    }

    Template current(LetterKind kind, Language language) {
        return jdbc.sql(COLUMNS + "where kind = :kind and language = :language order by version desc limit 1")
                .param("kind", kind.name())
                .param("language", language.name())
                .query((row, number) -> template(row))
                .optional()
                .orElseGet(() -> shipped(kind, language));
    }

    /** Newest first; the last is what Carddesk came with. */
    List<Template> versions(LetterKind kind, Language language) {
        List<Template> versions =
                new ArrayList<>(jdbc.sql(COLUMNS + "where kind = :kind and language = :language order by version desc")
                        .param("kind", kind.name())
                        .param("language", language.name())
                        .query((row, number) -> template(row))
                        .list());
        versions.add(shipped(kind, language));
        return versions;
    }

    /** The newest version of each kind and language that somebody wrote. */
    List<Template> written() {
        return jdbc.sql("select t.kind, t.language, t.version, t.subject, t.body, t.written_by, t.written_at"
                        + " from letter_template t join (select kind, language, max(version) as version"
                        + " from letter_template group by kind, language) n"
                        + " on n.kind = t.kind and n.language = t.language and n.version = t.version")
                .query((row, number) -> template(row))
                .list();
    }

    /** False if somebody else wrote that version first. */
    boolean add(UUID id, Template template) {
        try {
            jdbc.sql("insert into letter_template (id, kind, language, version, subject, body, written_by, written_at)"
                            + " values (:id, :kind, :language, :version, :subject, :body, :by, :at)")
                    .param("id", id)
                    .param("kind", template.kind().name())
                    .param("language", template.language().name())
                    .param("version", template.version())
                    .param("subject", FreeText.kept(template.text().subject()))
                    .param("body", FreeText.kept(template.text().body()))
                    .param("by", template.by())
                    .param("at", Columns.optionalTime(template.at()))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    Template shipped(LetterKind kind, Language language) {
        return new Template(kind, language, 0, shipped.get(kind, language), null, null);
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                LetterKind.valueOf(row.getString("kind")),
                Language.valueOf(row.getString("language")),
                row.getInt("version"),
                new LetterText(row.getString("subject"), row.getString("body")),
                row.getObject("written_by", UUID.class),
                Columns.instant(row, "written_at"));
    }
}
