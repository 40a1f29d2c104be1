package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Print as a reader would tell it: words with their places, set in a typeface in which all characters are as wide. */
final class PrintedText {

    static final int WIDTH = 1000;
    static final int HEIGHT = 1000;
    private static final int CHARACTER = 120;
    private static final int LINE = 360;
    private static final int PRINT = 200;

    private PrintedText() {}

    static List<Word> words(String... lines) {
        List<Word> words = new ArrayList<>();
        for (int row = 0; row < lines.length; row++) {
            int column = 0;
            for (String word : lines[row].split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(new Word(
                            word,
                            new PageArea(
                                    400 + column * CHARACTER, 400 + row * LINE, word.length() * CHARACTER, PRINT)));
                }
                column += word.length() + 1;
            }
        }
        return words;
    }

    static List<PrintedLine> lines(String... lines) {
        return PrintedLines.of(words(lines), WIDTH, HEIGHT);
    }

    static List<Folded> folded(String... lines) {
        return lines(lines).stream().map(Folded::new).toList();
    }

    /** The serial numbers of the formats the articles name. */
    static Optional<String> serial(String text) {
        String value = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        boolean known = List.of("GCA", "60", "PBH", "EPY").stream().anyMatch(value::startsWith);
        return known && value.length() >= 12 && value.length() <= 20 ? Optional.of(value) : Optional.empty();
    }
}
