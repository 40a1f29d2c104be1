package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.shared.ui.CsvCells;
import app.carddesk.shared.ui.CsvDownload;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events on the screen, all of them, as a CSV file; what is personal stays sealed. */
class AuditExport extends CsvDownload {

    private final AuditLog log;
    private final People people;
    private final Supplier<AuditQuery> query;
    private final Locale locale = UI.getCurrent().getLocale();

    AuditExport(AuditLog log, People people, Supplier<AuditQuery> query) {
        super("audit.csv");
        this.log = log;
        this.people = people;
        this.query = query;
    }

    @Override
    protected void write(CsvWriter csv) {
        csv.writeRecord(Stream.of(
                        "when",
                        "who",
                        "from",
                        "act",
                        "subject",
                        "id",
                        "before",
                        "after",
                        "why",
                        "personal",
                        "chain",
                        "place",
                        "hash",
                        "eventId")
                .map(column -> Texts.t(locale, "audit.column." + column))
                .toArray(String[]::new));
        log.export(query.get(), line -> csv.writeRecord(cells(line)));
    }

    private String[] cells(AuditLine line) {
        return Stream.of(
                        line.at().toString(),
                        line.actor() == null ? "" : people.name(line.actor()),
                        text(line.cameFrom()),
                        line.act(),
                        line.subjectKind(),
                        line.subjectId().toString(),
                        text(line.before()),
                        text(line.after()),
                        text(line.reason()),
                        line.hasPersonal() ? Texts.t(locale, "audit.sealed") : "",
                        line.stream(),
                        String.valueOf(line.sequence()),
                        line.hash(),
                        line.id().toString())
                .map(CsvCells::harmless)
                .toArray(String[]::new);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
