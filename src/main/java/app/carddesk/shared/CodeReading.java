package app.carddesk.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as the letters and digits that a redemption code could be made of, in order, each with the place in the text it
 * came from. Look-alikes of other scripts, widths and frames are read as the Latin letter they show; what leaves no mark
 * is not read; everything else stands between. Reads a text once, whatever is in it.
 *
 * <p>frontend/code-guard.js reads in the same way.
 */
final class CodeReading {

    /** What Unicode calls letters and signs, but leaves no mark. */
    private static final int[] FILLERS = {0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};

    /** What the letters and digits stand among: as written, or as a browser or mail program would show the text. */
    enum Manner {
        AS_WRITTEN,
        AS_SHOWN
    }

    /** What people write for characters they cannot read. */
    private static final String MARKS = "?_*#";

    /** The most characters that one run of marks stands for. */
    private static final int MOST_UNREAD = 3;

    private static final String INVISIBLE = "";

    private static final String BETWEEN = " ";

    /** A letter that no code has and nothing looks like; no code goes on behind it. */
    private static final String FOREIGN = "?";

    private static final Set<String> TAGS_WITHIN_WORDS = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
            "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
            "u", "var", "wbr");

    private static final Set<String> TAGS_BETWEEN_WORDS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "caption",
            "center",
            "col",
            "colgroup",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "img",
            "input",
            "li",
            "main",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "script",
            "section",
            "select",
            "style",
            "summary",
            "table",
            "tbody",
            "td",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul");

    private static final Set<String> INVISIBLE_ENTITIES = Set.of("shy", "zwj", "zwnj", "lrm", "rlm", "zerowidthspace");

    /** Letters of other scripts beside the Latin one that they look like, or whose sound they have. */
    private static final Map<Integer, String> TWINS =
            twins("АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ҮY ҰY ԚQ ԜW ҺH ԀD ԌG ѴV ҲX ӼX ӾX ҚK ҢH ЇI ӀI ЗZ "
                    + "ИI ЙI ЫI ЭE ЮU ЯR ҪC ѺO ӨO "
                    + "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϺM ϜF ͿJ ΩO ΛA "
                    + "ⲬX ⲠP ⲢP ⲞO ꓫX ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓘK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU "
                    + "ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᏆI ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᎽY ᏃZ ᚷX "
                    + "×X ╳X ✕X ✖X ⨯X ⅩX ☓X");

    /** The digits zero of scripts whose digits stand in a row. */
    private static final int[] ZEROS = {0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xE50};

    private char[] characters = new char[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] piece = new int[64];
    private int[] stretch = new int[64];
    private int[] unread = new int[64];
    private boolean[] apart = new boolean[64];
    private boolean[] foreignBefore = new boolean[64];
    private boolean[] foreignAfter = new boolean[64];
    private int length;
    private int pieces;
    private int stretches;
    private int marks;
    private boolean blank;
    private boolean otherSign;
    private boolean far;
    private boolean between;
    private boolean foreign;

    private final String text;

    private CodeReading(String text) {
        this.text = text;
    }

    static CodeReading of(String text, Manner manner) {
        CodeReading reading = new CodeReading(text);
        boolean shown = manner == Manner.AS_SHOWN;
        boolean commentsEnd = true;
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            int next = at;
            if (shown && character == '<') {
                boolean comment = text.startsWith("<!--", at);
                next = comment ? (commentsEnd ? reading.comment(at) : at) : reading.tag(at);
                commentsEnd &= !comment || next > at;
            } else if (shown && character == '&') {
                next = reading.entity(at);
            } else if (shown && (character == '%' || character == '=')) {
                next = reading.escaped(at);
            }
            if (next == at) {
                int codePoint = text.codePointAt(at);
                next = at + Character.charCount(codePoint);
                reading.read(codePoint, at, next);
            }
            at = next;
        }
        return reading;
    }

    int length() {
        return length;
    }

    /** A Latin capital letter or a digit. */
    char character(int index) {
        return characters[index];
    }

    boolean isDigit(int index) {
        return characters[index] <= '9';
    }

    /** Where in the text a character begins. */
    int from(int index) {
        return from[index];
    }

    /** Where in the text a character ends. */
    int to(int index) {
        return to[index];
    }

    /** Whether two characters have nothing between them. */
    boolean joined(int index, int other) {
        return piece[index] == piece[other];
    }

    /** Whether what stands between two characters can stand within one code. */
    boolean near(int index, int other) {
        return stretch[index] == stretch[other];
    }

    /**
     * How many characters, at most three, the marks in front of a character stand for if its writer could not read them;
     * 0 where there are none.
     */
    int unread(int index) {
        return unread[index];
    }

    /** Whether a character stands apart from the one before it, by more than marks for what could not be read. */
    boolean apart(int index) {
        return apart[index];
    }

    /** Whether a word begins here. */
    boolean begins(int index) {
        return !foreignBefore[index] && (index == 0 || piece[index] != piece[index - 1]);
    }

    /** Whether a word ends here. */
    boolean ends(int index) {
        return !foreignAfter[index] && (index + 1 == length || piece[index] != piece[index + 1]);
    }

    /** Whether a letter is written small. */
    boolean isSmall(int index) {
        return Character.isLowerCase(text.codePointAt(from[index]));
    }

    private void read(int codePoint, int start, int end) {
        String read = read(codePoint);
        if (read.equals(FOREIGN)) {
            if (!between && length > 0) {
                foreignAfter[length - 1] = true;
            }
            foreign = true;
            between = false;
            far = true;
        } else if (read.equals(BETWEEN)) {
            between(codePoint);
        } else {
            for (int i = 0; i < read.length(); i++) {
                add(read.charAt(i), start, end);
            }
        }
    }

    private void between(int codePoint) {
        between = true;
        foreign = false;
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            blank = true;
        } else if (MARKS.indexOf(codePoint) >= 0) {
            marks = Math.min(marks + 1, MOST_UNREAD);
        } else {
            otherSign |= codePoint != '(' && codePoint != ')';
        }
    }

    private void add(char character, int start, int end) {
        if (length == characters.length) {
            grow();
        }
        if (length > 0 && far) {
            stretches++;
            pieces++;
        } else if (between) {
            pieces++;
        }
        characters[length] = character;
        from[length] = start;
        to[length] = end;
        piece[length] = pieces;
        stretch[length] = stretches;
        unread[length] = far ? 0 : marks;
        apart[length] = far || (between && (blank || otherSign || marks == 0));
        foreignBefore[length] = foreign;
        length++;
        marks = 0;
        blank = false;
        otherSign = false;
        far = false;
        between = false;
        foreign = false;
    }

    private void grow() {
        int larger = length * 2;
        characters = Arrays.copyOf(characters, larger);
        from = Arrays.copyOf(from, larger);
        to = Arrays.copyOf(to, larger);
        piece = Arrays.copyOf(piece, larger);
        stretch = Arrays.copyOf(stretch, larger);
        unread = Arrays.copyOf(unread, larger);
        apart = Arrays.copyOf(apart, larger);
        foreignBefore = Arrays.copyOf(foreignBefore, larger);
        foreignAfter = Arrays.copyOf(foreignAfter, larger);
    }

    /** Skips a comment of a web page; where it does not end, nothing is skipped. */
    private int comment(int at) {
        int end = text.indexOf("-->", at + 4);
        return end < 0 ? at : end + 3;
    }

    /** Skips a tag of a web page that is known by its name; where there is none, nothing is skipped. */
    private int tag(int at) {
        int name = at + (text.startsWith("</", at) ? 2 : 1);
        int end = name;
        while (end < text.length() && end - name <= 10 && isAsciiLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String called = text.substring(name, end).toLowerCase(Locale.ROOT);
        boolean within = TAGS_WITHIN_WORDS.contains(called);
        if (!within && !TAGS_BETWEEN_WORDS.contains(called)) {
            return at;
        }
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        if (end == text.length() || text.charAt(end) == '<') {
            return at;
        }
        if (!within) {
            between(' ');
        }
        return end + 1;
    }

    /** Reads a character written by its name or number, as web pages do; where there is none, nothing is read. */
    private int entity(int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= 18 && text.charAt(end) != ';') {
            end++;
        }
        if (end == text.length() || text.charAt(end) != ';' || end - at < 3) {
            return at;
        }
        String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        if (name.startsWith("#")) {
            boolean hexadecimal = name.startsWith("#x");
            int codePoint = number(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            if (codePoint < 0) {
                return at;
            }
            read(codePoint, at, end + 1);
        } else if (!name.chars().allMatch(letter -> isAsciiLetterOrDigit((char) letter))) {
            return at;
        } else if (!INVISIBLE_ENTITIES.contains(name)) {
            between(' ');
        }
        return end + 1;
    }

    private static int number(String digits, int radix) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                return -1;
            }
            number = number * radix + digit;
        }
        return digits.isEmpty() || !Character.isValidCodePoint(number) ? -1 : number;
    }

    /** Reads an octet written with its hexadecimal number, as addresses (%20) and mails (=20) do. */
    private int escaped(int at) {
        if (text.startsWith("=\n", at) || text.startsWith("=\r\n", at)) {
            return text.indexOf('\n', at) + 1;
        }
        int octet = at + 3 <= text.length() ? number(text.substring(at + 1, at + 3), 16) : -1;
        if (octet < 0) {
            return at;
        }
        read(octet < 0x80 ? octet : ' ', at, at + 3);
        return at + 3;
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** The letters and digits that a character shows, or what it is if it shows none. */
    private static String read(int codePoint) {
        if (codePoint < 0x80) {
            if (isAsciiLetterOrDigit((char) codePoint)) {
                return String.valueOf((char) Character.toUpperCase(codePoint));
            }
            boolean unseen = codePoint < 0x09 || (codePoint > 0x0D && codePoint < 0x1C) || codePoint == 0x7F;
            return unseen ? INVISIBLE : BETWEEN;
        }
        if (isInvisible(codePoint)) {
            return INVISIBLE;
        }
        String known = known(codePoint);
        if (!known.isEmpty()) {
            return known;
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT);
        // Å, Ö and é are letters of the languages written here, not an A, O and E with something on them.
        boolean accented = codePoint < 0x180 && plain.codePoints().anyMatch(CodeReading::isInvisible);
        StringBuilder shown = new StringBuilder();
        if (!accented) {
            plain.codePoints().forEach(each -> shown.append(plainly(each)));
        }
        if (!shown.isEmpty()) {
            return shown.toString();
        }
        return Character.isLetterOrDigit(codePoint) ? FOREIGN : BETWEEN;
    }

    private static String plainly(int codePoint) {
        return codePoint < 0x80 && isAsciiLetterOrDigit((char) codePoint)
                ? String.valueOf((char) codePoint)
                : codePoint < 0x80 ? "" : known(codePoint);
    }

    private static String known(int codePoint) {
        String twin = TWINS.get(Character.toUpperCase(codePoint));
        if (twin != null) {
            return twin;
        }
        for (int zero : ZEROS) {
            if (codePoint >= zero && codePoint < zero + 10) {
                return String.valueOf((char) ('0' + codePoint - zero));
            }
        }
        for (int first : new int[] {0x1F130, 0x1F150, 0x1F170, 0x1F1E6}) {
            if (codePoint >= first && codePoint < first + 26) {
                return String.valueOf((char) ('A' + codePoint - first));
            }
        }
        // Any other letter of these scripts may stand for one that the writer's keyboard lacks.
        boolean greekOrCyrillic =
                (codePoint >= 0x370 && codePoint < 0x530) || (codePoint >= 0x1C80 && codePoint < 0x1C90);
        return greekOrCyrillic && Character.isLetter(codePoint) ? "N" : "";
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Arrays.binarySearch(FILLERS, codePoint) >= 0;
        };
    }

    private static Map<Integer, String> twins(String pairs) {
        Map<Integer, String> twins = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            int codePoint = pair.codePointAt(0);
            twins.put(codePoint, pair.substring(Character.charCount(codePoint)));
        }
        return Map.copyOf(twins);
    }
}
