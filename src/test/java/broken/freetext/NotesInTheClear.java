package broken.freetext;

import app.carddesk.shared.KeepsFreeText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what somebody typed as it was typed. */
@KeepsFreeText("note.words")
class NotesInTheClear {

    private final JdbcClient jdbc;

    NotesInTheClear(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String words) {
        jdbc.sql("insert into note (words) values (:words)")
                .param("words", words)
                .update();
    }
}
