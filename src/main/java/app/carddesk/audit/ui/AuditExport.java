package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.shared.ui.CsvCells;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events on the screen, all of them, as a CSV file; what is personal stays sealed. */
class AuditExport implements DownloadHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; sandbox");

    private final AuditLog log;
    private final People people;
    private final Supplier<AuditQuery> query;
    private final Locale locale = UI.getCurrent().getLocale();

    AuditExport(AuditLog log, People people, Supplier<AuditQuery> query) {
        this.log = log;
        this.people = people;
        this.query = query;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        HEADERS.forEach(event.getResponse()::setHeader);
        event.setFileName("audit.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    /** Begins with a byte order mark, without which spreadsheets take UTF-8 for something older. */
    void write(Writer out) throws IOException {
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
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
        csv.flush();
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
