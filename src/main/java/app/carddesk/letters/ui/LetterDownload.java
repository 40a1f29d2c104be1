package app.carddesk.letters.ui;

import app.carddesk.letters.Letter;
import app.carddesk.letters.LettersOfCase;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A letter as a PDF, kept by no cache. */
class LetterDownload implements DownloadHandler {

    private static final int NOT_FOUND = 404;

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; sandbox");

    private final LettersOfCase letters;
    private final Letter letter;

    LetterDownload(LettersOfCase letters, Letter letter) {
        this.letters = letters;
        this.letter = letter;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        Optional<byte[]> pdf = letters.pdf(letter.id());
        if (pdf.isEmpty()) {
            event.getResponse().sendError(NOT_FOUND, "");
            return;
        }
        HEADERS.forEach(event.getResponse()::setHeader);
        event.setFileName(letter.caseNumber() + "-" + letter.kind().name().toLowerCase(Locale.ROOT) + ".pdf");
        event.setContentType("application/pdf");
        event.getOutputStream().write(pdf.get());
    }
}
