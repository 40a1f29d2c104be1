package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LookAlikesTest {

    private static final List<String> PAIRS = List.of("B8", "DO", "E3", "G6", "OQ", "O0", "S5", "UV", "Z2");

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Example
    void exactly_the_pairs_of_the_articles_are_alike() {
        for (char a : ALPHABET.toCharArray()) {
            for (char b : ALPHABET.toCharArray()) {
                assertThat(LookAlikes.alike(a, b)).as("%s and %s", a, b).isEqualTo(paired(a, b));
            }
        }
    }

    @Example
    void pairs_are_not_classes() {
        assertThat(LookAlikes.alike('D', 'Q')).isFalse();
        assertThat(LookAlikes.alike('D', '0')).isFalse();
        assertThat(LookAlikes.alike('0', 'Q')).isFalse();
    }

    @Example
    void several_characters_may_be_misread_at_once() {
        assertThat(LookAlikes.beginsLike("GCA0BZ71S5102248", "GCA08Z7155")).isTrue();
        assertThat(LookAlikes.differing("GCA0BZ71S5102248", "GCA08Z7155")).containsExactly(4, 8);
    }

    @Property(tries = 2000)
    void a_pattern_matches_what_begins_like_the_typed(@ForAll("typed") String typed, @ForAll("serials") String serial) {
        assertThat(LookAlikes.Pattern.of(typed).matches(LookAlikes.fold(serial)))
                .isEqualTo(bruteForce(serial, typed));
    }

    @Property(tries = 2000)
    void the_next_is_the_smallest_that_matches_and_sorts_after(
            @ForAll("typed") String typed, @ForAll("serials") String serial, @ForAll("serials") String other) {
        LookAlikes.Pattern pattern = LookAlikes.Pattern.of(typed);
        String folded = LookAlikes.fold(serial);
        String candidate = LookAlikes.fold(other);
        if (pattern.matches(folded)) {
            return;
        }
        String next = pattern.next(folded);
        if (next != null) {
            assertThat(next).isGreaterThan(folded);
            assertThat(pattern.matches(next)).isTrue();
        }
        if (pattern.matches(candidate) && candidate.compareTo(folded) > 0) {
            assertThat(next).isNotNull().isLessThanOrEqualTo(candidate);
        }
    }

    @Property(tries = 1000)
    void the_walk_finds_exactly_the_brute_force_set(
            @ForAll("typed") String typed, @ForAll("registers") Set<String> register) {
        List<String> expected = register.stream()
                .filter(serial -> bruteForce(serial, typed))
                .sorted(Comparator.comparing((String serial) -> LookAlikes.fold(serial))
                        .thenComparing(UnaryOperator.identity()))
                .toList();
        assertThat(walk(register, typed)).isEqualTo(expected);
    }

    /** The walk of the look-up, over a sorted set instead of a table, one row at a time. */
    private static List<String> walk(Set<String> register, String typed) {
        TreeSet<String> index = new TreeSet<>(register.stream()
                .map(serial -> LookAlikes.fold(serial) + " " + serial)
                .toList());
        LookAlikes.Pattern pattern = LookAlikes.Pattern.of(typed);
        List<String> found = new java.util.ArrayList<>();
        String row = index.ceiling(pattern.first());
        while (row != null && row.compareTo(pattern.end()) < 0) {
            String folded = row.substring(0, row.indexOf(' '));
            if (pattern.matches(folded)) {
                found.add(row.substring(row.indexOf(' ') + 1));
                row = index.higher(row);
            } else {
                String next = pattern.next(folded);
                row = next == null ? null : index.ceiling(next);
            }
        }
        return found;
    }

    private static boolean bruteForce(String serial, String typed) {
        if (serial.length() < typed.length()) {
            return false;
        }
        for (int i = 0; i < typed.length(); i++) {
            if (!paired(typed.charAt(i), serial.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean paired(char a, char b) {
        return a == b || PAIRS.contains("" + a + b) || PAIRS.contains("" + b + a);
    }

    /** Mostly characters that have look-alikes, so that random serials often meet. */
    private static Arbitrary<String> word(int min, int max) {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, Arbitraries.of('O', 'D', 'Q', '0')),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of('B', '8', 'S', '5')),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of('A', '1', 'P', 'R', 'C')))
                .list()
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(chars -> chars.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> typed() {
        return word(1, 5);
    }

    @Provide
    Arbitrary<String> serials() {
        return word(2, 6);
    }

    @Provide
    Arbitrary<Set<String>> registers() {
        return word(2, 6).set().ofMinSize(0).ofMaxSize(80);
    }
}
