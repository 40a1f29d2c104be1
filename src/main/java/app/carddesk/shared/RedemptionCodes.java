package app.carddesk.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises redemption codes, so that one a person typed is never stored, logged, searched for or echoed.
 *
 * <p>A redemption code has 16 characters and begins with X; serial numbers never do. Source: the Swedish and Norwegian
 * support articles. The browser applies the same rules first (frontend/code-guard.js); this is the second line. Whoever
 * changes a rule here changes it there: the browser test runs the same samples through both.
 */
public final class RedemptionCodes {

    /** How many characters of a value beginning with X may be seen before it counts as a code being typed. */
    public static final int TOLERATED = 3;

    /** What leaves no mark on the screen: format and control characters, marks, fillers that Unicode calls letters. */
    private static final String INVISIBLE =
            "\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164" + "\\x{00}-\\x{08}\\x{0E}-\\x{1B}\\x{7F}";

    /** Dashes, with the minus signs, hyphen bullet and long-vowel mark that Unicode does not count among them. */
    private static final String DASHES = "\\p{Pd}\\u02D7\\u2043\\u2212\\u2500\\u2501\\u30FC";

    private static final Pattern HIDDEN = Pattern.compile("[" + INVISIBLE + "]");
    private static final Pattern BLANKS_AND_DASHES = Pattern.compile("[\\s\\p{Z}" + DASHES + INVISIBLE + "]");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    /** The Cyrillic and the Greek letter that look like X; a code may come from a keyboard or a reader set to those. */
    private static final Pattern X_OF_OTHER_SCRIPTS = Pattern.compile("[\\u0425\\u03A7]");

    private static final String SEPARATOR = "[^\\p{L}\\p{N}]{1,3}";

    /** Four-letter words that begin with X and may be followed by three more ("Xbox game card from …"). */
    private static final String WORDS = "(?!(?:XBOX|XENA|XEON|XIAN|XING|XMAS|XRAY)(?:" + SEPARATOR + "[A-Z]{4}){3})";

    /** In one piece, in groups of four, or character by character; anything looser would catch ordinary sentences. */
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "X[A-Z0-9]{15}"
            + "|" + WORDS + "X[A-Z0-9]{3}(?:" + SEPARATOR + "[A-Z0-9]{4}){3}"
            + "|X(?:" + SEPARATOR + "[A-Z0-9]){15}"
            + ")(?![\\p{L}\\p{N}])");

    /** What stands where a code stood. */
    private static final String MASK = "••••";

    private RedemptionCodes() {}

    /**
     * Compatibility form, upper case, without blanks, dashes and anything invisible: what a person meant, however it
     * was typed.
     */
    public static String normalize(String typed) {
        return BLANKS_AND_DASHES.matcher(upper(typed)).replaceAll("");
    }

    /** Whether a value meant as a serial number is a code, whole or begun. */
    public static boolean startsLikeCode(String typed) {
        String value = withLatinX(normalize(typed));
        return begun(value) || begun(NEITHER_LETTER_NOR_DIGIT.matcher(value).replaceAll(""));
    }

    /** Whether a code stands anywhere in a free text, in one piece, in groups of four or character by character. */
    public static boolean containsCode(String text) {
        String visible = HIDDEN.matcher(upper(text)).replaceAll("");
        return CODE_IN_TEXT.matcher(withLatinX(visible)).find();
    }

    /**
     * The text with every code in it covered, for what others wrote and cannot be asked to write again. What cannot be
     * covered piece by piece is covered as a whole line.
     */
    public static String masked(String text) {
        if (!containsCode(text)) {
            return text;
        }
        String covered = covered(text);
        if (!containsCode(covered)) {
            return covered;
        }
        String lines =
                text.lines().map(line -> containsCode(line) ? MASK : line).collect(Collectors.joining("\n"));
        return containsCode(lines) ? MASK : lines;
    }

    /** Finds codes in what the characters look like, and covers the characters they came from. */
    private static String covered(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        int[] from = new int[text.length() + 1];
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String seen = visible(text.codePointAt(at));
            int needed = visible.length() + seen.length() + 1;
            from = needed > from.length ? Arrays.copyOf(from, needed * 2) : from;
            Arrays.fill(from, visible.length(), visible.length() + seen.length(), at);
            visible.append(seen);
        }
        StringBuilder covered = new StringBuilder(text.length());
        int copied = 0;
        Matcher code = CODE_IN_TEXT.matcher(visible);
        while (code.find()) {
            covered.append(text, copied, from[code.start()]).append(MASK);
            copied = text.offsetByCodePoints(from[code.end() - 1], 1);
        }
        return covered.append(text, copied, text.length()).toString();
    }

    private static String visible(int character) {
        if (character < 0x80 && character > 0x20 && character != 0x7F) {
            return String.valueOf((char) Character.toUpperCase(character));
        }
        return HIDDEN.matcher(withLatinX(upper(Character.toString(character)))).replaceAll("");
    }

    private static boolean begun(String value) {
        return value.startsWith("X") && value.length() > TOLERATED;
    }

    private static String upper(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private static String withLatinX(String upper) {
        return X_OF_OTHER_SCRIPTS.matcher(upper).replaceAll("X");
    }
}
