package app.carddesk.cards;

import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.ImportRun.Problem;
import app.carddesk.cards.Refusal.Reason;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A file being imported: UTF-8 with or without a byte order mark, comma or semicolon, a header first. Read row by row;
 * no more than a row is held.
 */
final class ImportFile implements Closeable {

    private static final int LONGEST_HEADER = 4_000;
    private static final int LONGEST_ROW = 64 * 1024;

    private final Counting bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<ImportColumn> columns;
    private final Content content;
    private final ZoneId zone;
    private final Instant now;

    /** A file that cannot be imported, or not any further. */
    static final class Unreadable extends Exception {

        private final Problem problem;

        Unreadable(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * Reads the header.
     *
     * @param zone the zone in which a day without a time begins
     */
    ImportFile(InputStream file, ZoneId zone, Instant now) throws Unreadable, IOException {
        this.zone = zone;
        this.now = now;
        bytes = new Counting(file);
        // Not UTF-8 is refused, rather than read into replacement characters.
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        char separator = separator(text);
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_ROW)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
        records = reader.iterator();
        CsvRecord header = nextRecord().orElseThrow(() -> new Unreadable(Problem.EMPTY_FILE));
        columns = columns(header);
        content = columns.contains(ImportColumn.REDEMPTION_CODE) ? Content.STOCK : Content.CARDS;
        if (!columns.stream().allMatch(column -> column.isIn(content))) {
            throw new Unreadable(Problem.UNKNOWN_COLUMN);
        }
        if (!columns.containsAll(ImportColumn.required(content))) {
            throw new Unreadable(Problem.MISSING_COLUMN);
        }
    }

    Content content() {
        return content;
    }

    long bytesRead() {
        return bytes.count;
    }

    Optional<ImportRow> next() throws Unreadable, IOException {
        Optional<CsvRecord> found = nextRecord();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CsvRecord row = found.get();
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.size()) {
            return Optional.of(new ImportRow.Refused(new Refusal(line, Reason.CELL_COUNT, null, null)));
        }
        return Optional.of(ImportRow.read(content, new ImportCells(line, columns, row.getFields(), zone, now)));
    }

    private Optional<CsvRecord> nextRecord() throws Unreadable, IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw new Unreadable(
                    e.getCause() instanceof CharacterCodingException ? Problem.NOT_UTF8 : Problem.BROKEN_CSV);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Unreadable(Problem.NOT_UTF8);
            }
            throw e.getCause();
        }
    }

    /** Whichever of the two the header has more of; passes a byte order mark. */
    private static char separator(BufferedReader text) throws Unreadable, IOException {
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            text.mark(LONGEST_HEADER + 1);
            int semicolons = 0;
            int commas = 0;
            for (int i = 0; i < LONGEST_HEADER; i++) {
                int c = text.read();
                if (c < 0 || c == '\n' || c == '\r') {
                    break;
                }
                semicolons += c == ';' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
            }
            text.reset();
            return semicolons > commas ? ';' : ',';
        } catch (CharacterCodingException e) {
            throw new Unreadable(Problem.NOT_UTF8);
        }
    }

    private static List<ImportColumn> columns(CsvRecord header) throws Unreadable {
        List<ImportColumn> columns = new ArrayList<>();
        for (String name : header.getFields()) {
            ImportColumn column = ImportColumn.of(name).orElseThrow(() -> new Unreadable(Problem.UNKNOWN_COLUMN));
            if (columns.contains(column)) {
                throw new Unreadable(Problem.REPEATED_COLUMN);
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
