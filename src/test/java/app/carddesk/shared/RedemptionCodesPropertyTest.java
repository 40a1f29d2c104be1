package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the code, its case, width, grouping, separators and markup: it is seen and covered, and nothing else is. */
class RedemptionCodesPropertyTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Property
    void a_written_code_is_seen_alone_and_inside_a_sentence(
            @ForAll("writtenCodes") String code,
            @ForAll("sentences") String before,
            @ForAll("sentences") String after) {
        assertThat(RedemptionCodes.containsCode(code)).isTrue();
        assertThat(RedemptionCodes.containsCode(before + " " + code + ", " + after))
                .isTrue();
    }

    @Property
    void a_code_of_letters_alone_is_seen_even_where_it_can_be_pronounced(@ForAll Random random) {
        String code = "X" + letters(random, "AEIOUYLMNRST", 15);
        Assume.that(code.chars().distinct().count() >= 6);

        assertThat(RedemptionCodes.masked("Your code: " + code)).doesNotContain(code.substring(1, 9));
    }

    private static String letters(Random random, String of, int count) {
        return random.ints(count, 0, of.length())
                .mapToObj(of::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Property
    void every_beginning_of_a_code_is_refused_from_the_fourth_character_on(@ForAll("codes") String code) {
        for (int length = 0; length <= code.length(); length++) {
            assertThat(RedemptionCodes.startsLikeCode(code.substring(0, length)))
                    .isEqualTo(length > RedemptionCodes.TOLERATED);
        }
    }

    @Property
    void nothing_of_a_written_code_is_left_when_it_is_covered(
            @ForAll("writtenCodes") String code,
            @ForAll("sentences") String before,
            @ForAll("sentences") String after) {
        String masked = RedemptionCodes.masked(before + "\n" + code + "\n" + after);

        // A word behind it may be covered as well, where groups of the same length go on.
        assertThat(masked).startsWith(before + "\n••••");
        String left = plain(masked.substring(before.length()));
        String plain = plain(code);
        for (int at = 0; at + 6 <= plain.length(); at++) {
            assertThat(left).doesNotContain(plain.substring(at, at + 6));
        }
    }

    private static String plain(String text) {
        String shown = text.replaceAll("</?[a-z]+[^>]*>|<!--.*?-->|&#?[a-z0-9]+;", "");
        return Normalizer.normalize(shown, Normalizer.Form.NFKC)
                .replaceAll("[^A-Za-z0-9]", "")
                .toUpperCase(Locale.ROOT);
    }

    @Property
    void a_code_is_seen_when_it_is_glued_to_words_or_digits(
            @ForAll("mixedCodes") String code, @ForAll("glue") String before, @ForAll("glue") String after) {
        assertThat(RedemptionCodes.containsCode(before + code + after)).isTrue();
    }

    @Property(tries = 200)
    void of_a_code_that_is_still_being_typed_nothing_is_kept(
            @ForAll("mixedCodes") String code, @ForAll("sentences") String before) {
        for (int length = 1; length <= code.length(); length++) {
            String kept = RedemptionCodes.withoutBegunCode(before + " " + code.substring(0, length));

            assertThat(kept).startsWith(before).hasSizeLessThan(before.length() + " ".length() + 8);
        }
    }

    /** In 2000 codes of all characters at most this many pass that read like words or numbers. */
    @Property(tries = 20)
    void of_all_codes_few_read_like_sentences(@ForAll("grouping") Grouping grouping, @ForAll Random random) {
        long missed = IntStream.range(0, 2000)
                .filter(_ -> !RedemptionCodes.containsCode("it is " + grouping.write(anyCode(random)) + ", thanks"))
                .count();

        assertThat(missed).isLessThanOrEqualTo(grouping.tolerated());
    }

    /** Drawn as codes are printed, without I, O, 0 and 1; seeded, so that the rate is the same in every run. */
    @Property(tries = 60, seed = "20261130")
    void of_codes_written_by_people_who_cannot_read_all_of_them_few_pass(
            @ForAll("manners") Manner manner, @ForAll Random random) {
        long missed = IntStream.range(0, 2000)
                .filter(_ ->
                        !RedemptionCodes.containsCode("it is " + manner.write(printedCode(random), random) + " here"))
                .count();

        assertThat(missed).as(manner.name()).isLessThanOrEqualTo(manner.tolerated);
    }

    /** How people write what they cannot read, and of 2000 codes how many may pass. */
    enum Manner {
        MARK_FOR_A_CHARACTER(20) {
            @Override
            String write(String code, Random random) {
                int at = 2 + random.nextInt(12);
                return code.substring(0, at) + mark(random) + code.substring(at + 1);
            }
        },
        MARK_BETWEEN(50) {
            @Override
            String write(String code, Random random) {
                int at = 2 + random.nextInt(12);
                return code.substring(0, at) + mark(random) + code.substring(at);
            }
        },
        MARK_IN_GROUPS(100) {
            @Override
            String write(String code, Random random) {
                String marked = MARK_FOR_A_CHARACTER.write(code, random).replace("(?)", "?");
                return String.join(
                        "-",
                        marked.substring(0, 4),
                        marked.substring(4, 8),
                        marked.substring(8, 12),
                        marked.substring(12));
            }
        },
        ONE_LEFT_OUT(20) {
            @Override
            String write(String code, Random random) {
                int at = 1 + random.nextInt(15);
                return code.substring(0, at) + code.substring(at + 1);
            }
        },
        FAR_APART(20) {
            @Override
            String write(String code, Random random) {
                return code.substring(0, 8) + (random.nextBoolean() ? " " : ".").repeat(90) + code.substring(8);
            }
        };

        private final int tolerated;

        Manner(int tolerated) {
            this.tolerated = tolerated;
        }

        abstract String write(String code, Random random);

        private static String mark(Random random) {
            return List.of("?", "_", "*", "#", "(?)").get(random.nextInt(5));
        }
    }

    @Provide
    Arbitrary<Manner> manners() {
        return Arbitraries.of(Manner.class);
    }

    private static String printedCode(Random random) {
        String printed = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return "X"
                + random.ints(15, 0, printed.length())
                        .mapToObj(i -> printed.substring(i, i + 1))
                        .collect(Collectors.joining());
    }

    @Property
    void no_serial_is_ever_taken_for_a_code(@ForAll("serials") String serial) {
        assertThat(RedemptionCodes.startsLikeCode(serial)).isFalse();
        assertThat(RedemptionCodes.containsCode(serial)).isFalse();
        assertThat(RedemptionCodes.containsCode("Xbox and Alex " + serial + " X"))
                .isFalse();
        assertThat(RedemptionCodes.normalize(serial.toLowerCase(Locale.ROOT))).isEqualTo(serial);
    }

    /** Texts made to be read again and again from every place; the limit is generous, going back over them is not. */
    @Property(tries = 50)
    void long_texts_take_no_longer_than_reading_them(@ForAll("hostile") String unit) {
        String text = unit.repeat(500_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> RedemptionCodes.masked(text));
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

    /** Codes as nearly all are: with digits between their letters in several places, and no serial's prefix in them. */
    @Provide
    Arbitrary<String> mixedCodes() {
        return Arbitraries.longs()
                .map(seed -> mixedCode(new Random(seed)))
                .dontShrink()
                .edgeCases(EdgeCases.Config::none);
    }

    private static String mixedCode(Random random) {
        return Stream.generate(() -> anyCode(random))
                .filter(code ->
                        turns(code) >= 5 && code.matches("X[A-Z]{0,5}[0-9].*") && !code.matches(".+(GCA|PBH|EPY|60).*"))
                .findFirst()
                .orElseThrow();
    }

    private static long turns(String code) {
        return IntStream.range(2, code.length())
                .filter(i -> Character.isDigit(code.charAt(i)) != Character.isDigit(code.charAt(i - 1)))
                .count();
    }

    @Provide
    Arbitrary<String> glue() {
        return Arbitraries.of("", "kode", "koden", "virker", "2026", "på", "kort_", ".png", "nr1", "=", "\"");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                "X",
                "x1",
                "X ",
                "X-1-",
                "<",
                "<!--",
                "<b",
                "</td><td>",
                "&",
                "&#88",
                "&#88;",
                "%5",
                "=\n",
                "X\u0301",
                "\u200B",
                "XH7KQ2RB9TJ4WN6",
                "XH7K Q2RB ",
                "> ",
                "xbox ",
                "\u0425\u4E2D",
                "X1A2B3C4 ",
                "X?",
                "XH7?",
                "?*#_",
                "X ? ",
                "XK4M ",
                "XK4M A ",
                "xk4m 12ab ",
                "?K4M ",
                "???? XK4M ",
                "XKTR 1234 ",
                "X K 4 M ");
    }

    /** Groups of these sizes, and of 2000 codes how many may pass because their groups read like words and numbers. */
    record Grouping(List<Integer> sizes, int tolerated) {

        String write(String code) {
            List<String> groups = new ArrayList<>();
            int at = 0;
            for (int size : sizes) {
                groups.add(code.substring(at, at + size));
                at += size;
            }
            return String.join(" ", groups);
        }
    }

    @Provide
    Arbitrary<Grouping> grouping() {
        return Arbitraries.of(
                new Grouping(List.of(16), 4),
                new Grouping(List.of(4, 4, 4, 4), 20),
                new Grouping(List.of(8, 8), 10),
                new Grouping(List.of(5, 5, 6), 20),
                new Grouping(List.of(5, 5, 5, 1), 20),
                new Grouping(List.of(10, 6), 50),
                new Grouping(List.of(1, 15), 50),
                new Grouping(List.of(2, 2, 2, 2, 2, 2, 2, 2), 50),
                new Grouping(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 0));
    }

    private static String anyCode(Random random) {
        return "X"
                + random.ints(15, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .collect(Collectors.joining());
    }

    @Provide
    Arbitrary<String> writtenCodes() {
        Arbitrary<List<Integer>> groups = Arbitraries.of(
                List.of(16),
                List.of(4, 4, 4, 4),
                List.of(8, 8),
                List.of(5, 5, 6),
                List.of(5, 5, 5, 1),
                List.of(10, 6),
                List.of(1, 15),
                List.of(3, 7, 6),
                List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        Arbitrary<String> separator = Arbitraries.of(
                " ",
                "-",
                "\u2013",
                "\u2212",
                "\u00A0",
                " - ",
                "\n",
                ".",
                ", ",
                "\t",
                "_",
                " | ",
                "/",
                "\r\n",
                "\n> ",
                "-\n> > ",
                "</td><td>",
                "</span>\n<span class='a'>",
                "<br/>",
                "&nbsp;",
                "&#8203;&ndash;",
                "\u2022",
                ";",
                "'");
        Arbitrary<String> invisible =
                Arbitraries.of("", "\u200B", "\u00AD", "\u2060", "\uFE0F", "\u0336", "<wbr>", "<!-- -->", "&shy;");
        Arbitrary<Boolean> wide = Arbitraries.of(true, false);
        Arbitrary<Boolean> lower = Arbitraries.of(true, false);
        return Combinators.combine(mixedCodes(), groups, separator, invisible, wide, lower)
                .as(RedemptionCodesPropertyTest::write);
    }

    private static String write(
            String code, List<Integer> groups, String separator, String invisible, boolean wide, boolean lower) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        for (int size : groups) {
            written.append(at > 0 ? separator : "");
            for (int i = at; i < at + size; i++) {
                char c = lower ? Character.toLowerCase(code.charAt(i)) : code.charAt(i);
                written.append(i > at ? invisible : "").append(wide ? (char) (c - '!' + '\uFF01') : c);
            }
            at += size;
        }
        return written.toString();
    }

    @Provide
    Arbitrary<String> serials() {
        return Combinators.combine(
                        Arbitraries.of("GCA", "60", "PBH", "EPY"),
                        Arbitraries.strings().withChars(ALPHABET).ofMinLength(4).ofMaxLength(17))
                // Whatever follows a prefix is a serial, unless somebody put a whole code there.
                .filter((prefix, rest) -> rest.length() < 16 || !rest.startsWith("X"))
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
