package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the code, its case, width, grouping and the invisible characters in it: it is seen, and nothing else is. */
class RedemptionCodesPropertyTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Property
    void a_written_code_is_seen_alone_and_inside_a_sentence(
            @ForAll("writtenCodes") String code,
            @ForAll("sentences") String before,
            @ForAll("sentences") String after) {
        assertThat(RedemptionCodes.startsLikeCode(code)).isTrue();
        assertThat(RedemptionCodes.containsCode(code)).isTrue();
        assertThat(RedemptionCodes.containsCode(before + " " + code + ", " + after))
                .isTrue();
    }

    @Property
    void every_beginning_of_a_code_is_refused_from_the_fourth_character_on(@ForAll("codes") String code) {
        for (int length = 0; length <= code.length(); length++) {
            assertThat(RedemptionCodes.startsLikeCode(code.substring(0, length)))
                    .isEqualTo(length > RedemptionCodes.TOLERATED);
        }
    }

    @Property
    void no_serial_is_ever_taken_for_a_code(@ForAll("serials") String serial) {
        assertThat(RedemptionCodes.startsLikeCode(serial)).isFalse();
        assertThat(RedemptionCodes.containsCode(serial)).isFalse();
        assertThat(RedemptionCodes.normalize(serial.toLowerCase(Locale.ROOT))).isEqualTo(serial);
    }

    @Property
    void sentences_of_words_are_never_taken_for_a_code(@ForAll("sentences") String sentence) {
        assertThat(RedemptionCodes.containsCode("X" + sentence)).isFalse();
        assertThat(RedemptionCodes.containsCode("X " + sentence)).isFalse();
    }

    @Property
    void the_normal_form_is_stable(@ForAll String any) {
        String once = RedemptionCodes.normalize(any);
        assertThat(RedemptionCodes.normalize(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars(ALPHABET)
                .ofLength(15)
                .map(tail -> "X" + tail)
                .filter(code -> !code.startsWith("XBOX") && !code.startsWith("XMAS"));
    }

    @Provide
    Arbitrary<String> writtenCodes() {
        Arbitrary<Integer> group = Arbitraries.of(1, 4, 16);
        Arbitrary<String> separator = Arbitraries.of(" ", "-", "\u2013", "\u2212", "\u00A0", " - ", "\n", ".", ", ");
        Arbitrary<String> invisible = Arbitraries.of("", "\u200B", "\u00AD", "\u2060", "\uFE0F", "\u0336");
        Arbitrary<Boolean> wide = Arbitraries.of(true, false);
        Arbitrary<Boolean> lower = Arbitraries.of(true, false);
        return Combinators.combine(codes(), group, separator, invisible, wide, lower)
                .as(RedemptionCodesPropertyTest::write);
    }

    private static String write(
            String code, int group, String separator, String invisible, boolean wide, boolean lower) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            if (i > 0 && i % group == 0) {
                written.append(separator);
            }
            char c = lower ? Character.toLowerCase(code.charAt(i)) : code.charAt(i);
            written.append(wide ? (char) (c - '!' + '\uFF01') : c).append(invisible);
        }
        return written.toString();
    }

    @Provide
    Arbitrary<String> serials() {
        return Combinators.combine(
                        Arbitraries.of("GCA", "60", "PBH", "EPY"),
                        Arbitraries.strings().withChars(ALPHABET).ofMinLength(4).ofMaxLength(28))
                .as((prefix, rest) -> prefix + rest);
    }

    @Provide
    Arbitrary<String> sentences() {
        List<String> words = List.of(
                "the", "card", "was", "bought", "in", "Malmö", "kortet", "är", "købt", "i", "går", "på", "gaven", "kr",
                "450", "og", "er", "slitt", "2026", "koden");
        return Arbitraries.of(words)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> list.stream().collect(Collectors.joining(" ")))
                // Four short groups in a row can only be told from a code by what they mean.
                .filter(s -> !("X" + s).matches("(?i)X ?[a-z0-9]{3} ([a-z0-9]{4} ?){3}.*"));
    }
}
