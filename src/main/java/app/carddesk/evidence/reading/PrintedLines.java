package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import app.carddesk.evidence.reading.PrintedLine.PlacedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of a page into lines, from their places alone: readers break a line at a fold or a wide gap, and a
 * price stands far from what it is for. A page may be turned by quarters, and lean a little.
 */
final class PrintedLines {

    private PrintedLines() {}

    /**
     * The lines of a page, from the top.
     *
     * @param words in the order they were read
     * @param width the page's extent in pixels · @param height the same
     */
    static List<PrintedLine> of(List<Word> words, int width, int height) {
        int quarters = quarters(words, width, height);
        List<PlacedWord> placed = words.stream()
                .map(word -> placed(word, quarters, width, height))
                .sorted(Comparator.comparingDouble(PlacedWord::left))
                .toList();
        List<List<PlacedWord>> lines = new ArrayList<>();
        for (PlacedWord word : placed) {
            List<PlacedWord> before = before(word, lines);
            if (before == null) {
                lines.add(new ArrayList<>(List.of(word)));
            } else {
                before.add(word);
            }
        }
        return lines.stream()
                .map(PrintedLine::new)
                .sorted(Comparator.comparingDouble(PrintedLine::middle))
                .toList();
    }

    /** The line a word goes on: the one whose last word is nearest, on the same height. */
    private static @Nullable List<PlacedWord> before(PlacedWord word, List<List<PlacedWord>> lines) {
        List<PlacedWord> best = null;
        double nearest = Double.MAX_VALUE;
        for (List<PlacedWord> line : lines) {
            PlacedWord last = line.getLast();
            double apart = Math.abs(word.middle() - last.middle());
            double least = Math.min(word.height(), last.height());
            double gap = word.left() - last.right();
            if (gap > -least && apart < 0.7 * Math.max(least, Math.max(word.height(), last.height()) / 2)) {
                double distance = gap + 3 * apart;
                if (distance < nearest) {
                    nearest = distance;
                    best = line;
                }
            }
        }
        return best;
    }

    /** How many quarters the page is turned clockwise, from the way in which words follow one another. */
    static int quarters(List<Word> words, int width, int height) {
        int[] votes = new int[4];
        for (int i = 1; i < words.size(); i++) {
            PageArea from = words.get(i - 1).area();
            PageArea to = words.get(i).area();
            double x = (double) (to.left() + to.width() / 2 - from.left() - from.width() / 2) * width;
            double y = (double) (to.top() + to.height() / 2 - from.top() - from.height() / 2) * height;
            double thick = Math.min((double) from.height() * height, (double) from.width() * width);
            if (Math.abs(y) < thick && Math.abs(x) > Math.abs(y)) {
                votes[x > 0 ? 0 : 2]++;
            } else if (Math.abs(x) < thick && Math.abs(y) > Math.abs(x)) {
                votes[y > 0 ? 1 : 3]++;
            }
        }
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return best;
    }

    private static PlacedWord placed(Word word, int quarters, int width, int height) {
        PageArea area = word.area();
        double left = (double) area.left() * width;
        double top = (double) area.top() * height;
        double right = (double) (area.left() + area.width()) * width;
        double bottom = (double) (area.top() + area.height()) * height;
        double pageWidth = (double) PageArea.WHOLE * width;
        double pageHeight = (double) PageArea.WHOLE * height;
        double unit = quarters % 2 == 0 ? width : height;
        return switch (quarters) {
            case 1 -> scaled(word, top, pageWidth - right, bottom, pageWidth - left, unit);
            case 2 -> scaled(word, pageWidth - right, pageHeight - bottom, pageWidth - left, pageHeight - top, unit);
            case 3 -> scaled(word, pageHeight - bottom, left, pageHeight - top, right, unit);
            default -> scaled(word, left, top, right, bottom, unit);
        };
    }

    private static PlacedWord scaled(Word word, double left, double top, double right, double bottom, double unit) {
        return new PlacedWord(word.text(), left / unit, top / unit, right / unit, bottom / unit, word.area());
    }
}
