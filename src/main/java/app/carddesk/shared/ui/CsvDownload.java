package app.carddesk.shared.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Rows as a CSV file, kept by no cache. Whatever people wrote goes into it by {@link CsvCells#harmless}. */
public abstract class CsvDownload implements DownloadHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; sandbox");

    private final String fileName;

    protected CsvDownload(String fileName) {
        this.fileName = fileName;
    }

    /** Writes the heading and the rows. */
    protected abstract void write(CsvWriter csv);

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        HEADERS.forEach(event.getResponse()::setHeader);
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            write(out);
        }
    }

    /** Begins with a byte order mark, without which spreadsheets take UTF-8 for something older. */
    public void write(Writer out) throws IOException {
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
        write(csv);
        csv.flush();
    }
}
