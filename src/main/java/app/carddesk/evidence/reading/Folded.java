package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.PrintedLine.PlacedWord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line as one text: lower case, and without the marks on letters, which readers lose. Knows where each part stands.
 */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final String text;
    private final List<PlacedWord> words;
    private final List<Integer> starts = new ArrayList<>();

    Folded(PrintedLine line) {
        words = line.words();
        StringBuilder all = new StringBuilder();
        for (PlacedWord word : words) {
            if (!all.isEmpty()) {
                all.append(' ');
            }
            starts.add(all.length());
            all.append(fold(word.text()));
        }
        text = all.toString();
    }

    String text() {
        return text;
    }

    /** Where the characters from one place to another stand; at least one word. */
    PageArea area(int from, int to) {
        List<PageArea> areas = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int end = i + 1 < words.size() ? starts.get(i + 1) - 1 : text.length();
            if (starts.get(i) < to && end > from) {
                areas.add(words.get(i).area());
            }
        }
        return Areas.union(areas);
    }

    private static String fold(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replace('ı', 'i');
    }
}
