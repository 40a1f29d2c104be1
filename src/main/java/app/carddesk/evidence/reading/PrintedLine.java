package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import java.util.List;
import java.util.stream.Collectors;

/** Words that stand beside one another, in the order they are read, on a page seen upright. */
record PrintedLine(List<PlacedWord> words) {

    PrintedLine {
        words = List.copyOf(words);
    }

    /**
     * A word with where it stands when the page is seen upright. Both directions count alike, in ten-thousandths of the
     * upright page's width.
     *
     * @param area where it stands on the page as it is kept
     */
    record PlacedWord(String text, double left, double top, double right, double bottom, PageArea area) {

        double height() {
            return bottom - top;
        }

        double middle() {
            return (top + bottom) / 2;
        }
    }

    String text() {
        return words.stream().map(PlacedWord::text).collect(Collectors.joining(" "));
    }

    double left() {
        return words.getFirst().left();
    }

    double right() {
        return words.getLast().right();
    }

    double middle() {
        return words.stream().mapToDouble(PlacedWord::middle).average().orElse(0);
    }

    double height() {
        double[] heights =
                words.stream().mapToDouble(PlacedWord::height).sorted().toArray();
        return heights[heights.length / 2];
    }
}
