package app.carddesk.cards.ui;

import app.carddesk.cards.CardImports;
import app.carddesk.cards.Refusal;
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
import java.util.UUID;

/** The rows an import refused, as a CSV file that a spreadsheet opens without running anything in it. */
class RefusalDownload implements DownloadHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; sandbox");

    private final UUID run;
    private final CardImports imports;
    private final Locale locale = UI.getCurrent().getLocale();

    RefusalDownload(UUID run, CardImports imports) {
        this.run = run;
        this.imports = imports;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        HEADERS.forEach(event.getResponse()::setHeader);
        event.setFileName("refused.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    /** Begins with a byte order mark, without which spreadsheets take UTF-8 for something older. */
    void write(Writer out) throws IOException {
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
        csv.writeRecord(text("line"), text("code"), text("reason"), text("column"), text("cell"));
        imports.refusals(
                run,
                refusal -> csv.writeRecord(
                        String.valueOf(refusal.line()),
                        refusal.reason().name(),
                        reason(refusal),
                        CsvCells.harmless(refusal.column()),
                        CsvCells.harmless(refusal.cell())));
        csv.flush();
    }

    private String text(String column) {
        return Texts.t(locale, "cards.refused." + column);
    }

    private String reason(Refusal refusal) {
        return Texts.t(locale, "cards.refusal." + refusal.reason().name());
    }
}
