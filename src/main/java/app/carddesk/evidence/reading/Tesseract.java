package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads print through Tesseract, an outside program, where it is installed.
 *
 * @param languages the names of its language data, joined as it wants them
 * @param turns whether it has the data to see how a page is turned
 */
record Tesseract(String languages, boolean turns) {

    /** The languages that are read, as Tesseract calls them. */
    static final List<String> WANTED = List.of("eng", "swe", "nor", "dan");

    private static final String PROGRAM = "tesseract";
    private static final String ORIENTATION = "osd";
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);
    private static final int MOST_OUTPUT = 4 << 20;

    /** One thread a page: pages are what is worked on in parallel. */
    private static final Map<String, String> ONE_THREAD = Map.of("OMP_THREAD_LIMIT", "1");

    /** Page segmentation modes: automatic with a look at how the page is turned, and without. */
    private static final String AUTOMATIC_TURNED = "1";

    private static final String AUTOMATIC = "3";

    /** Whatever print there is, wherever it stands. */
    private static final String SCATTERED = "11";

    private static final String WORD = "5";

    /** Tesseract as it is installed here; empty if it is not, or knows none of the languages. */
    static Optional<Tesseract> installed() {
        try {
            byte[] answer = BoundedProgram.run(
                    List.of(PROGRAM, "--list-langs"),
                    ONE_THREAD,
                    new byte[0],
                    MOST_OUTPUT,
                    Deadline.in(TIME_TO_ANSWER));
            Set<String> known = text(answer).lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
            String languages = WANTED.stream().filter(known::contains).collect(Collectors.joining("+"));
            return languages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Tesseract(languages, known.contains(ORIENTATION)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /**
     * The words on a page, in the order they are read, however it is turned.
     *
     * @throws IOException if the program fails or is not done by then
     */
    List<Word> read(GreyPicture page, Deadline deadline) throws IOException {
        return read(page, turns ? AUTOMATIC_TURNED : AUTOMATIC, deadline);
    }

    /** Words that stand scattered over an upright page; as {@link #read} otherwise. */
    List<Word> readScattered(GreyPicture page, Deadline deadline) throws IOException {
        return read(page, SCATTERED, deadline);
    }

    private List<Word> read(GreyPicture page, String segmentation, Deadline deadline) throws IOException {
        byte[] table = BoundedProgram.run(
                List.of(PROGRAM, "-", "-", "-l", languages, "--psm", segmentation, "tsv"),
                ONE_THREAD,
                portable(page),
                MOST_OUTPUT,
                deadline);
        List<Word> words = new ArrayList<>();
        text(table)
                .lines()
                .skip(1)
                .forEach(line -> word(line.split("\t", -1), page).ifPresent(words::add));
        return words;
    }

    /** Level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    private static Optional<Word> word(String[] columns, GreyPicture page) {
        if (columns.length < 12 || !columns[0].equals(WORD) || columns[11].isBlank()) {
            return Optional.empty();
        }
        PageArea area = PageArea.ofPixels(
                Integer.parseInt(columns[6]),
                Integer.parseInt(columns[7]),
                Integer.parseInt(columns[8]),
                Integer.parseInt(columns[9]),
                page.getWidth(),
                page.getHeight());
        return Optional.of(new Word(columns[11].strip(), area));
    }

    /** A portable greymap, which costs nothing to write. */
    private static byte[] portable(GreyPicture page) {
        byte[] header =
                ("P5\n" + page.getWidth() + " " + page.getHeight() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[header.length + page.pixels().length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(page.pixels(), 0, file, header.length, page.pixels().length);
        return file;
    }

    /** What to install, for whoever runs the installation: the names of Debian's packages. */
    static String packages() {
        return Stream.concat(Stream.of("tesseract-ocr"), WANTED.stream().map(language -> "tesseract-ocr-" + language))
                .collect(Collectors.joining(" "));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
