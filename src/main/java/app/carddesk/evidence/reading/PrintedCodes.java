package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.PrintedLine.PlacedWord;
import app.carddesk.shared.RedemptionCodes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds redemption codes in print: 16 characters that begin with X, in one piece or in groups, on one line or two. What
 * was read is rarely exact, so one character more or less, and an X taken for something else, still make a code. A
 * covered word too many does less harm than a code too few; only serial numbers are never taken for one.
 */
final class PrintedCodes {

    private static final int LENGTH = 16;

    /** A character read twice or not at all. */
    private static final int TOLERANCE = 1;

    /** The longest gap between groups, in heights of the print. */
    private static final double GAP = 4;

    /** The furthest a second line stands below the first, in heights of the print. */
    private static final double NEXT_LINE = 3.2;

    /** Characters of the code found on a page, in margins around it. */
    private static final double MARGIN_ALONG = 1.6;

    private static final double MARGIN_ACROSS = 0.6;

    /** X in other scripts and signs, and what it is read as when the print is worn. */
    private static final String X = "XΧХ×%*✕✗⨯Ж";

    /** Letters that are read instead of X on worn print; alone they do not make a code. */
    private static final String PERHAPS_X = "KYVA";

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}~_·•]");
    private static final Pattern FRINGE = Pattern.compile("^[^\\p{L}\\p{N}%*×✕✗⨯]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern AMOUNT_OR_DATE =
            Pattern.compile(".*\\d[.,:/%]\\d.*|[\\d\\p{Pd}]*\\d\\p{Pd}\\d[\\d\\p{Pd}]*");

    /** Capitals and digits, and small letters that have the same shape as a capital or a digit. */
    private static final Pattern CODE_LIKE =
            Pattern.compile("[\\p{Lu}\\p{Nd}cijklopsuvwxyzbqg$€£§&?!|()\\[\\]{}/\\\\%*×]+");

    private final Predicate<String> isSerial;
    private final int width;
    private final int height;

    /**
     * @param isSerial whether a text, upper case without blanks, is or begins a serial number
     * @param width the page's extent in pixels · @param height the same
     */
    PrintedCodes(Predicate<String> isSerial, int width, int height) {
        this.isSerial = isSerial;
        this.width = width;
        this.height = height;
    }

    /** The areas to cover, one for each code and line. */
    List<List<PageArea>> in(List<PrintedLine> lines) {
        List<List<PageArea>> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PrintedLine line = lines.get(i);
            List<Piece> pieces = pieces(line);
            boolean any = false;
            for (int from = 0; from < pieces.size(); from++) {
                List<Piece> code = code(pieces, from, lines, i);
                if (code != null) {
                    found.add(areas(code));
                    any = true;
                    from += Math.toIntExact(code.stream()
                                    .filter(piece -> piece.line == line)
                                    .count())
                            - 1;
                }
            }
            if (!any && RedemptionCodes.containsCode(line.text())) {
                found.add(areas(pieces));
            }
        }
        return found;
    }

    /** A part of a word that may be a part of a code. */
    private record Piece(String text, boolean isCodeLike, PlacedWord word, PrintedLine line) {}

    private static List<Piece> pieces(PrintedLine line) {
        List<Piece> pieces = new ArrayList<>();
        for (PlacedWord word : line.words()) {
            // A label stands close to its value: "Code:XABC".
            for (String part : word.text().split("[:=]")) {
                String bare = FRINGE.matcher(part).replaceAll("");
                if (!bare.isEmpty()) {
                    String text = DASHES.matcher(bare).replaceAll("");
                    boolean codeLike = !AMOUNT_OR_DATE.matcher(bare).matches()
                            && CODE_LIKE.matcher(text).matches();
                    pieces.add(new Piece(upper(text), codeLike, word, line));
                }
            }
        }
        return pieces;
    }

    private @Nullable List<Piece> code(List<Piece> pieces, int from, List<PrintedLine> lines, int line) {
        Piece first = pieces.get(from);
        if (isSerial.test(first.text)) {
            return null;
        }
        int single = first.text.length();
        boolean x = X.indexOf(first.text.charAt(0)) >= 0;
        if (isLong(single) && (x || perhaps(first.text, single))) {
            return List.of(first);
        }
        if (x
                && single > LENGTH + TOLERANCE
                && first.text.substring(0, LENGTH).chars().allMatch(Character::isLetterOrDigit)) {
            return List.of(first);
        }
        if (!first.isCodeLike) {
            return null;
        }
        boolean within = isWithinSerial(pieces, from);
        List<Piece> run = new ArrayList<>(List.of(first));
        int length = first.text.length();
        int next = from + 1;
        while (length < LENGTH && next < pieces.size() && follows(pieces.get(next - 1), pieces.get(next))) {
            run.add(pieces.get(next));
            length += pieces.get(next).text.length();
            next++;
        }
        if (isLong(length) && (x && isGrouped(run) || perhapsGrouped(run))) {
            return within && length != LENGTH ? null : run;
        }
        boolean ended = next >= pieces.size() || !follows(pieces.get(next - 1), pieces.get(next));
        if (x && !within && ended && length >= 4 - TOLERANCE && length < LENGTH) {
            return onto(run, length, lines, line);
        }
        return null;
    }

    /** Goes on with the line below, where the groups of a code that was broken stand. */
    private @Nullable List<Piece> onto(List<Piece> begun, int begunLength, List<PrintedLine> lines, int line) {
        PlacedWord first = begun.getFirst().word;
        List<Piece> run = new ArrayList<>(begun);
        int length = begunLength;
        double height = first.height();
        double above = first.middle();
        for (int i = line + 1; i < lines.size() && length < LENGTH; i++) {
            PrintedLine below = lines.get(i);
            List<Piece> pieces = pieces(below);
            if (below.middle() - above > NEXT_LINE * height) {
                break;
            }
            int at = 0;
            while (at < pieces.size() && pieces.get(at).word.left() < first.left() - 4 * height) {
                at++;
            }
            if (at >= pieces.size() || isSerial.test(pieces.get(at).text) || !pieces.get(at).isCodeLike) {
                continue;
            }
            run.add(pieces.get(at));
            length += pieces.get(at).text.length();
            for (at++; at < pieces.size() && length < LENGTH && follows(pieces.get(at - 1), pieces.get(at)); at++) {
                run.add(pieces.get(at));
                length += pieces.get(at).text.length();
            }
            above = below.middle();
        }
        return isLong(length) && isGrouped(run) ? run : null;
    }

    private static boolean isLong(int length) {
        return length >= LENGTH - TOLERANCE && length <= LENGTH + TOLERANCE;
    }

    private boolean follows(Piece before, Piece next) {
        return next.isCodeLike
                && next.word.left() - before.word.right() < GAP * Math.max(before.word.height(), next.word.height());
    }

    /** Whether the pieces before this one are the beginning of a serial number that goes on here. */
    private boolean isWithinSerial(List<Piece> pieces, int from) {
        StringBuilder before = new StringBuilder();
        for (int i = from - 1; i >= 0 && pieces.get(i).isCodeLike && follows(pieces.get(i), pieces.get(i + 1)); i--) {
            before.insert(0, pieces.get(i).text);
            if (before.length() >= LENGTH - TOLERANCE) {
                return false;
            }
            if (isSerial.test(before.toString())) {
                return true;
            }
        }
        return false;
    }

    /** A few groups, or single characters; a row of words and numbers of all lengths is something else. */
    private static boolean isGrouped(List<Piece> run) {
        return run.size() <= 6 || run.stream().allMatch(piece -> piece.text.length() == 1);
    }

    /** A code whose X was misread or lost: only where everything else is as codes are. */
    private static boolean perhaps(String text, int length) {
        boolean begins = PERHAPS_X.indexOf(text.charAt(0)) >= 0 && length == LENGTH;
        return (begins || length == LENGTH - 1 && Character.isLetterOrDigit(text.charAt(0))) && isMixed(text, 5);
    }

    private boolean perhapsGrouped(List<Piece> run) {
        StringBuilder all = new StringBuilder();
        run.forEach(piece -> all.append(piece.text));
        if (isSerial.test(all.toString()) || run.size() < 2 || run.size() > 4) {
            return false;
        }
        int group = LENGTH / run.size();
        boolean even = run.stream().skip(1).allMatch(piece -> piece.text.length() == group);
        int first = run.getFirst().text.length();
        boolean begins = first == group && PERHAPS_X.indexOf(all.charAt(0)) >= 0 || first == group - 1;
        return even && begins && isMixed(all.toString(), 4);
    }

    private static boolean isMixed(String text, int letters) {
        return text.chars().filter(Character::isLetter).count() >= letters
                && text.chars().anyMatch(Character::isDigit);
    }

    private List<PageArea> areas(List<Piece> code) {
        int length = code.stream().mapToInt(piece -> piece.text.length()).sum();
        List<PageArea> areas = new ArrayList<>();
        code.stream().map(Piece::line).distinct().forEach(line -> {
            List<Piece> here = code.stream().filter(piece -> piece.line == line).toList();
            int missing = Math.max(0, LENGTH - length);
            areas.add(area(here, missing));
        });
        return areas;
    }

    private PageArea area(List<Piece> pieces, int missing) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        double thick = 0;
        int length = 0;
        for (Piece piece : pieces) {
            PageArea area = piece.word.area();
            double w = (double) area.width() * width / PageArea.WHOLE;
            double h = (double) area.height() * height / PageArea.WHOLE;
            double x = (double) area.left() * width / PageArea.WHOLE;
            double y = (double) area.top() * height / PageArea.WHOLE;
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + w);
            bottom = Math.max(bottom, y + h);
            thick = Math.max(thick, Math.min(w, h));
            length += piece.text.length();
        }
        boolean lying = right - left >= bottom - top;
        double along = (MARGIN_ALONG + missing) * Math.max(right - left, bottom - top) / Math.max(1, length);
        double across = MARGIN_ACROSS * thick;
        double x = lying ? along : across;
        double y = lying ? across : along;
        return PageArea.ofPixels(left - x, top - y, right - left + 2 * x, bottom - top + 2 * y, width, height);
    }

    private static String upper(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
