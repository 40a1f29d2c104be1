package app.carddesk.letters;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Language;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a case. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class LettersOfCase {

    private final JdbcClient jdbc;

    LettersOfCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The letters that wait to be sent, oldest first. */
    public List<Letter> waiting(UUID caseId) {
        return jdbc.sql("""
                        select id, kind, language, created_at from letter
                         where case_id = :case and state = 'WAITING' order by created_at, id""")
                .param("case", caseId)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        LetterKind.valueOf(row.getString("kind")),
                        Language.valueOf(row.getString("language")),
                        Columns.instant(row, "created_at")))
                .list();
    }
}
