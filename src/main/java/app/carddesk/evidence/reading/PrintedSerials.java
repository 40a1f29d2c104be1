package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.PrintedLine.PlacedWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds serial numbers in print, in one piece or in groups on one line. */
final class PrintedSerials {

    private static final int MOST_GROUPS = 6;

    /** Beyond this, what follows is something else than one more group. */
    private static final int USUAL_LENGTH = 16;

    private static final Pattern FRINGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern GROUP =
            Pattern.compile("[\\p{Lu}\\p{Nd}olisbzg]+(?:\\p{Pd}[\\p{Lu}\\p{Nd}olisbzg]+)*");

    private final Function<String, Optional<String>> serials;

    /** @param serials what serial number a text is, if it is one */
    PrintedSerials(Function<String, Optional<String>> serials) {
        this.serials = serials;
    }

    List<Found> in(List<PrintedLine> lines) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (PrintedLine line : lines) {
            List<PlacedWord> words = line.words();
            for (int from = 0; from < words.size(); from++) {
                from += Math.max(0, longest(words, from, found) - 1);
            }
        }
        return List.copyOf(found.values());
    }

    /** How many words, from here on, are a serial number: most of them, since groups belong together. */
    private int longest(List<PlacedWord> words, int from, Map<String, Found> found) {
        StringBuilder text = new StringBuilder();
        List<PageArea> areas = new ArrayList<>();
        int taken = 0;
        String serial = null;
        PageArea area = null;
        for (int to = from; to < Math.min(words.size(), from + MOST_GROUPS); to++) {
            // A label stands close to its value: "S/N:GCA…".
            String word = words.get(to).text();
            String bare = FRINGE.matcher(word.substring(word.lastIndexOf(':', word.length() - 2) + 1))
                    .replaceAll("");
            if (!GROUP.matcher(bare).matches() || to > from && isApart(words.get(to - 1), words.get(to))) {
                break;
            }
            if (to > from && text.length() + bare.length() > USUAL_LENGTH) {
                break;
            }
            text.append(bare);
            areas.add(words.get(to).area());
            Optional<String> whole = serials.apply(text.toString());
            if (whole.isPresent()) {
                serial = whole.get();
                area = Areas.union(areas);
                taken = to - from + 1;
            }
        }
        if (serial != null && area != null) {
            found.putIfAbsent(serial, new Found(serial, Found.Source.TEXT, area));
        }
        return taken;
    }

    private static boolean isApart(PlacedWord before, PlacedWord next) {
        return next.left() - before.right() > 1.2 * Math.max(before.height(), next.height());
    }
}
