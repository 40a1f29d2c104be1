package app.carddesk.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares names of shops as people say them: without capitals, marks on letters, points and dashes, the form of the
 * company, and with or without the town.
 */
final class RetailerNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Forms of companies, which nobody says; written with a stroke or points they fall into their letters. */
    private static final Set<String> FORMS =
            Set.of("a", "s", "as", "ab", "aps", "asa", "ba", "amba", "ltd", "limited", "inc", "gmbh", "oy", "sa", "co");

    private RetailerNames() {}

    /** Whether both may be the same shop: all words of the shorter name stand in the longer one. */
    static boolean maySayTheSame(String one, String other) {
        Set<String> some = words(one);
        Set<String> others = words(other);
        return some.containsAll(others)
                || others.containsAll(some)
                || String.join("", some).equals(String.join("", others));
    }

    private static Set<String> words(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace("æ", "ae")
                .replaceAll("['’.]", "");
        Set<String> all = Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> telling = new LinkedHashSet<>(all);
        telling.removeAll(FORMS);
        return telling.isEmpty() ? all : telling;
    }
}
