package app.carddesk.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises redemption codes, so that one a person typed is never stored, logged, searched for or echoed.
 *
 * <p>A redemption code has 16 characters and begins with X; serial numbers never do. Source: the Swedish and Norwegian
 * support articles. The browser applies the same rules first (frontend/code-guard.js); this is the second line.
 */
public final class RedemptionCodes {

    /** How many characters of a value beginning with X may be seen before it counts as a code being typed. */
    public static final int TOLERATED = 3;

    private static final String SEPARATOR = "[\\s\\p{Pd}._/]{1,3}";

    /** In one piece, in groups of four, or character by character; anything looser would catch ordinary sentences. */
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<![\\p{L}\\p{N}])X(?:[A-Z0-9]{15}"
            + "|[A-Z0-9]{3}(?:" + SEPARATOR + "[A-Z0-9]{4}){3}"
            + "|(?:" + SEPARATOR + "[A-Z0-9]){15})(?![\\p{L}\\p{N}])");

    private RedemptionCodes() {}

    /** Compatibility form, upper case, without blanks and dashes: what a person meant, however it was typed. */
    public static String normalize(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
    }

    /** Whether a value meant as a serial number is a code, whole or begun. */
    public static boolean startsLikeCode(String typed) {
        String value = normalize(typed);
        return value.startsWith("X") && value.length() > TOLERATED;
    }

    /** Whether a code stands anywhere in a free text, in one piece or in groups. */
    public static boolean containsCode(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return CODE_IN_TEXT.matcher(upper).find();
    }
}
