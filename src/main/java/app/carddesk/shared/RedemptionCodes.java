package app.carddesk.shared;

import app.carddesk.shared.CodeReading.Manner;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises redemption codes, so that one a person typed is never stored, logged, searched for or echoed.
 *
 * <p>A redemption code has 16 characters and begins with X; serial numbers never do. Source: the Swedish and Norwegian
 * support articles. {@link CodeReading} says how a text is read, {@link CodeShape} what is taken for a code and
 * {@link ScatteredCode} what for one with other words between its groups. The browser applies the same rules first
 * (frontend/code-guard.js); this is the second line. Whoever changes a rule here changes it there: the browser test runs
 * the same samples through both.
 */
public final class RedemptionCodes {

    /** How many characters of a value beginning with X may be seen before it counts as a code being typed. */
    public static final int TOLERATED = 3;

    /** What leaves no mark on the screen: format and control characters, marks, fillers that Unicode calls letters. */
    private static final String INVISIBLE =
            "\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164" + "\\x{00}-\\x{08}\\x{0E}-\\x{1B}\\x{7F}";

    /** Dashes, with the minus signs, hyphen bullet and long-vowel mark that Unicode does not count among them. */
    private static final String DASHES = "\\p{Pd}\\u02D7\\u2043\\u2212\\u2500\\u2501\\u30FC";

    private static final Pattern BLANKS_AND_DASHES = Pattern.compile("[\\s\\p{Z}" + DASHES + INVISIBLE + "]");

    /** How often covering a text may bring together what stood apart before it is covered line by line. */
    private static final int MOST_ROUNDS = 3;

    /** In how many characters of text the groups of a code are looked for that stand apart. */
    private static final int LONGEST_APART = 600;

    /** What stands where a code stood. */
    private static final String MASK = "••••";

    private RedemptionCodes() {}

    /**
     * Compatibility form, upper case, without blanks, dashes and anything invisible: what a person meant, however it
     * was typed.
     */
    public static String normalize(String typed) {
        String upper = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return BLANKS_AND_DASHES.matcher(upper).replaceAll("");
    }

    /** Whether a value meant as a serial number is a code, whole or begun. */
    public static boolean startsLikeCode(String typed) {
        CodeReading reading = CodeReading.of(typed, Manner.AS_WRITTEN);
        if (reading.length() == 0 || reading.character(0) != 'X' || !reading.begins(0)) {
            return false;
        }
        // Signs count as well: nobody shall learn by trying which of them a code may have between its characters.
        String behind = normalize(typed.substring(reading.to(0)));
        return reading.length() > TOLERATED || behind.codePointCount(0, behind.length()) >= TOLERATED;
    }

    /**
     * Whether a code, or most of one, stands anywhere in a free text, however it is grouped, separated, marked up or
     * glued to other words. Takes time in proportion to the text.
     */
    public static boolean containsCode(String text) {
        return couldContainCode(text) && !found(text).isEmpty();
    }

    /**
     * The text with every code in it covered, for what others wrote and cannot be asked to write again. What cannot be
     * covered piece by piece is covered as a whole line.
     */
    public static String masked(String text) {
        String covered = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!containsCode(covered)) {
                return covered;
            }
            covered = covered(covered, found(covered));
        }
        String lines =
                covered.lines().map(line -> containsCode(line) ? MASK : line).collect(Collectors.joining("\n"));
        return containsCode(lines) ? MASK : lines;
    }

    /**
     * What of a text that somebody is still writing can be kept: all of it, or what stands before a code that has been
     * begun at its end, with codes further up covered.
     */
    public static String withoutBegunCode(String text) {
        String kept = masked(text);
        for (int begun = begunAtEnd(kept); begun >= 0; begun = begunAtEnd(kept)) {
            kept = kept.substring(0, begun);
        }
        return kept;
    }

    /** Whether a text is blank but for what stands where codes stood. */
    public static boolean isOnlyMasks(String masked) {
        return masked.replace(MASK, "").isBlank();
    }

    /** Where in the text the code begins that stands unfinished at its end; -1 if there is none. */
    private static int begunAtEnd(String text) {
        for (Manner manner : Manner.values()) {
            CodeReading reading = CodeReading.of(text, manner);
            CodeShape shape = new CodeShape(reading);
            for (int start = Math.max(0, reading.length() - CodeShape.LENGTH); start < reading.length(); start++) {
                if (reading.character(start) == 'X' && shape.mayBecomeCode(start)) {
                    return reading.from(start);
                }
            }
            int scattered = new ScatteredCode(new CodeWords(text, reading, shape)).begunAtEnd();
            if (scattered >= 0) {
                return scattered;
            }
        }
        return -1;
    }

    /** Without an X, or as many characters as a begun code has, there is nothing to look for. */
    private static boolean couldContainCode(String text) {
        if (text.length() < CodeShape.LENGTH / 2) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 'x' || character == 'X' || character >= 0x80 || "&=?_*#".indexOf(character) >= 0) {
                return true;
            }
        }
        return text.contains("%");
    }

    /** The places in the text of characters that belong to a code. */
    private static BitSet found(String text) {
        BitSet found = new BitSet();
        for (Manner manner : Manner.values()) {
            CodeReading reading = CodeReading.of(text, manner);
            CodeShape shape = new CodeShape(reading);
            ScatteredCode scattered = new ScatteredCode(new CodeWords(text, reading, shape));
            BitSet apart = new BitSet();
            scattered.mark(apart);
            int end = 0;
            for (int start = 0; start < reading.length(); start++) {
                // An X within a code that stands alone is one of its letters.
                int length = start >= end && reading.character(start) == 'X' ? length(shape, start) : 0;
                int last = start + length - 1;
                if (length > 0 && !isOnlyBetween(reading, start, last, apart)) {
                    found.set(reading.from(start), reading.to(last));
                    end = reading.begins(start) && reading.ends(last) ? last + 1 : end;
                }
            }
            found.or(apart);
            scattered.mark(found);
        }
        return found;
    }

    /**
     * Whether a code in capitals was found in groups that stand apart, and what else seems to belong to it are the words
     * and numbers between them.
     */
    private static boolean isOnlyBetween(CodeReading reading, int start, int last, BitSet apart) {
        int from = reading.from(start);
        boolean only = !reading.isSmall(start)
                && apart.get(from)
                && apart.get(from, from + LONGEST_APART).cardinality() >= CodeShape.LENGTH;
        boolean any = false;
        for (int i = start; only && i <= last; i++) {
            boolean between = !apart.get(reading.from(i));
            any |= between;
            only = !between || reading.isDigit(i) || reading.isSmall(i) || isCapitalOfWord(reading, i);
        }
        return only && any;
    }

    /** Whether a small letter stands right behind a letter. */
    private static boolean isCapitalOfWord(CodeReading reading, int index) {
        return index + 1 < reading.length() && reading.joined(index, index + 1) && reading.isSmall(index + 1);
    }

    private static int length(CodeShape shape, int start) {
        if (shape.isCode(start)) {
            return CodeShape.LENGTH;
        }
        int partlyRead = shape.partlyRead(start);
        return partlyRead > 0 ? partlyRead : shape.begun(start);
    }

    private static String covered(String text, BitSet found) {
        StringBuilder covered = new StringBuilder(text.length());
        int copied = 0;
        for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(copied)) {
            covered.append(text, copied, start).append(MASK);
            copied = found.nextClearBit(start);
        }
        return covered.append(text, copied, text.length()).toString();
    }
}
