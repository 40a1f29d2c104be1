package app.carddesk.policies;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Region;
import app.carddesk.terms.Facts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the terms on file. Which one governs a purchase is for {@code terms} to say (terms, section 1). */
@Service
@ForDesk
@Transactional(readOnly = true)
public class TermsLibrary {

    private final JdbcClient jdbc;

    TermsLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Facts.TermsVersion> onFile() {
        return jdbc.sql("select country, valid_from, invented from terms_version order by country, valid_from")
                .query((row, n) -> new Facts.TermsVersion(
                        new Region(row.getString("country")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getBoolean("invented")))
                .list();
    }
}
