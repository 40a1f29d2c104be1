package app.carddesk.cards;

import app.carddesk.shared.RedemptionCodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Characters that are easily misread for one another: B/8 D/O E/3 G/6 O/Q O/0 S/5 U/V Z/2. Source: the Swedish and
 * Norwegian support articles, which name them for typing redemption codes; using them for serials is our decision.
 *
 * <p>They are pairs, not classes: D–O and O–Q do not make D–Q. Six of the pairs stand alone, so one character can stand
 * for both and an index over such <em>folded</em> serials finds them. The pairs around O form a star that no folding
 * can express; those four characters stay as they are in the index, and a {@link Pattern} visits the few that fit.
 */
final class LookAlikes {

    private static final Map<Character, Character> FOLD =
            Map.of('8', 'B', '3', 'E', '6', 'G', '5', 'S', 'V', 'U', '2', 'Z');

    /** For each character of the star, itself and what it is misread for, in ascending order. */
    private static final Map<Character, String> STAR = Map.of('O', "0DOQ", 'D', "DO", 'Q', "OQ", '0', "0O");

    /** The pairs as the articles name them. */
    private static final List<String> PAIRS = List.of("B8", "DO", "E3", "G6", "OQ", "O0", "S5", "UV", "Z2");

    private LookAlikes() {}

    static List<String> pairs() {
        return PAIRS;
    }

    /** Whether there is another character that this one is read for. */
    static boolean isMistakable(char c) {
        return PAIRS.stream().anyMatch(pair -> pair.indexOf(c) >= 0);
    }

    /** The form of a serial that the index holds. */
    static String fold(String serial) {
        StringBuilder folded = new StringBuilder(serial.length());
        for (int i = 0; i < serial.length(); i++) {
            folded.append(fold(serial.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        return FOLD.getOrDefault(c, c);
    }

    /** Whether one is read for the other: the same character, or one of the pairs. */
    static boolean alike(char a, char b) {
        return choices(a).indexOf(fold(b)) >= 0;
    }

    /** Whether {@code serial} begins like {@code typed}, every character the same or misread. */
    static boolean beginsLike(String serial, String typed) {
        if (serial.length() < typed.length()) {
            return false;
        }
        for (int i = 0; i < typed.length(); i++) {
            if (!alike(typed.charAt(i), serial.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The positions, counted from 0, where the beginning of {@code serial} differs from {@code typed}. */
    static Set<Integer> differing(String serial, String typed) {
        Set<Integer> positions = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(serial.length(), typed.length()); i++) {
            if (serial.charAt(i) != typed.charAt(i)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static String choices(char typed) {
        String star = STAR.get(typed);
        return star != null ? star : String.valueOf(fold(typed));
    }

    /**
     * What folded serials begin with when they begin like something typed: at each position the characters that fit,
     * in ascending order. A walk along the sorted index reads rows while they match and, at the first that does not,
     * jumps to {@link #next} of it; so it touches only what it finds and a few rows between.
     */
    static final class Pattern {

        private final String[] choices;

        private Pattern(String[] choices) {
            this.choices = choices;
        }

        /** @param typed a beginning of a serial in the form of {@link RedemptionCodes#normalize}, not empty */
        static Pattern of(String typed) {
            String[] choices = new String[typed.length()];
            for (int i = 0; i < choices.length; i++) {
                choices[i] = LookAlikes.choices(typed.charAt(i));
            }
            return new Pattern(choices);
        }

        boolean matches(String folded) {
            return firstMismatch(folded) == choices.length;
        }

        /** The smallest string that matches. */
        String first() {
            StringBuilder first = new StringBuilder(choices.length);
            return fillWithSmallest(first);
        }

        /** An upper bound, itself excluded, of everything that matches. */
        String end() {
            StringBuilder end = new StringBuilder(choices.length);
            for (String choice : choices) {
                end.append(choice.charAt(choice.length() - 1));
            }
            int last = choices.length - 1;
            end.setCharAt(last, (char) (end.charAt(last) + 1));
            return end.toString();
        }

        /** The smallest matching string that sorts after {@code folded}, which does not match; null if there is none. */
        @Nullable String next(String folded) {
            int at = firstMismatch(folded);
            if (at == folded.length()) {
                // A row that ends too early sorts before everything that continues it.
                return fillWithSmallest(new StringBuilder(folded));
            }
            for (int i = at; i >= 0; i--) {
                char greater = smallestAbove(choices[i], folded.charAt(i));
                if (greater != 0) {
                    return fillWithSmallest(new StringBuilder(choices.length)
                            .append(folded, 0, i)
                            .append(greater));
                }
            }
            return null;
        }

        private int firstMismatch(String folded) {
            int common = Math.min(folded.length(), choices.length);
            for (int i = 0; i < common; i++) {
                if (choices[i].indexOf(folded.charAt(i)) < 0) {
                    return i;
                }
            }
            return common;
        }

        private String fillWithSmallest(StringBuilder beginning) {
            for (int i = beginning.length(); i < choices.length; i++) {
                beginning.append(choices[i].charAt(0));
            }
            return beginning.toString();
        }

        private static char smallestAbove(String ascending, char c) {
            for (int i = 0; i < ascending.length(); i++) {
                if (ascending.charAt(i) > c) {
                    return ascending.charAt(i);
                }
            }
            return 0;
        }
    }
}
