package app.carddesk.cards;

import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * How serial numbers are read out in a language so that nothing is misheard: a name for each letter, a word for each
 * digit. The names are each language's own spelling alphabet.
 */
public final class Spelling {

    /** Nobody keeps more than four characters in their head while comparing. */
    private static final int GROUP = 4;

    private static final Map<Language, Spelling> ALL = readAll();

    private final Properties words;

    private Spelling(Properties words) {
        this.words = words;
    }

    public static Spelling in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * One character as it is read out.
     *
     * @param word the letter's name or the digit's word
     * @param mistakable whether another character looks like it
     */
    public record Spelled(char character, String word, boolean mistakable) {

        public boolean isDigit() {
            return Character.isDigit(character);
        }
    }

    /** Two characters that look alike. */
    public record Pair(Spelled one, Spelled other) {}

    /** A serial number in groups of four. */
    public List<List<Spelled>> groups(Serial serial) {
        String value = RedemptionCodes.normalize(serial.value());
        List<List<Spelled>> groups = new ArrayList<>();
        for (int from = 0; from < value.length(); from += GROUP) {
            groups.add(value.substring(from, Math.min(from + GROUP, value.length()))
                    .chars()
                    .mapToObj(c -> spelled((char) c))
                    .toList());
        }
        return groups;
    }

    /** The pairs of characters that the articles warn of. */
    public List<Pair> pairs() {
        return LookAlikes.pairs().stream()
                .map(pair -> new Pair(spelled(pair.charAt(0)), spelled(pair.charAt(1))))
                .toList();
    }

    /** A character no alphabet names is read out as it is. */
    Spelled spelled(char c) {
        return new Spelled(c, words.getProperty(String.valueOf(c), String.valueOf(c)), LookAlikes.isMistakable(c));
    }

    private static Map<Language, Spelling> readAll() {
        Map<Language, Spelling> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Spelling(read(language)));
        }
        return all;
    }

    private static Properties read(Language language) {
        String name = "spelling/" + language.locale().getLanguage() + ".properties";
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Spelling.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
