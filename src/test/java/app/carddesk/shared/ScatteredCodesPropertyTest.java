package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Codes with other words between their groups, in the ways people dictate, number and chat them, and texts like those. */
class ScatteredCodesPropertyTest {

    /** Without I, O, 0 and 1, as codes are printed. */
    private static final String PRINTED = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final List<String> LINKS = List.of(
            "and then",
            "then",
            "last",
            "followed by",
            "next comes",
            "and after that the next four are",
            "og",
            "og så",
            "derefter",
            "efterfulgt af",
            "til sidst",
            "i tillegg",
            "de næste fire er",
            "hvis jeg leser rett",
            "och",
            "sedan",
            "därefter kommer",
            "och till sist");

    private static final List<String> SPEAKERS =
            List.of("Anna", "Bob", "Kari Nordmann", "Søren Kjær", "Åsa Öberg", "support", "Agent 7");

    /** A way of writing a code, and how many of 2000 codes may pass as capitals, and as small letters. */
    enum Way {
        WORDS(160, 800) {
            @Override
            String write(List<String> groups, Random random) {
                return with(groups, _ -> one(LINKS, random) + " ", " ");
            }
        },
        NUMBERS(240, 800) {
            @Override
            String write(List<String> groups, Random random) {
                String form = one(List.of("%d) ", "%d. ", "(%d) ", "%d: ", "nr. %d = ", "[%d] ", "%d/4 "), random);
                return with(groups, i -> form.formatted(i + 1), one(List.of(" ", "\n", ", "), random));
            }
        },
        LETTERS(240, 800) {
            @Override
            String write(List<String> groups, Random random) {
                return with(groups, i -> "abcdefgh".charAt(i) + one(List.of(") ", ". ", ": "), random), " ");
            }
        },
        LABELS(160, 800) {
            @Override
            String write(List<String> groups, Random random) {
                String label = one(List.of("part", "del", "gruppe", "linje", "rad", "blok"), random);
                return with(groups, i -> label + " " + (i + 1) + ": ", one(List.of(" ", "\n", ", "), random));
            }
        },
        TIMES(160, 800) {
            @Override
            String write(List<String> groups, Random random) {
                String form = one(
                        List.of("[10:3%d] ", "kl. 10.3%d ", "[2026-11-30 10:32:1%d] ", "2026-11-30T10:3%d "), random);
                return with(groups, i -> form.formatted(i) + one(SPEAKERS, random) + ": ", "\n");
            }
        },
        FOREIGN_LETTERS(260, 800) {
            @Override
            String write(List<String> groups, Random random) {
                return String.join(" " + one(List.of("å", "ä", "ø", "é", "på", "så", "är"), random) + " ", groups);
            }
        };

        private final int tolerated;
        private final int toleratedSmall;

        Way(int tolerated, int toleratedSmall) {
            this.tolerated = tolerated;
            this.toleratedSmall = toleratedSmall;
        }

        abstract String write(List<String> groups, Random random);

        private static String with(List<String> groups, java.util.function.IntFunction<String> before, String between) {
            return IntStream.range(0, groups.size())
                    .mapToObj(i -> before.apply(i) + groups.get(i))
                    .collect(Collectors.joining(between));
        }
    }

    /** Four groups in each of which letters and digits mix are a code, whatever stands between them. */
    @Property
    void four_mixed_groups_are_a_code_whatever_stands_between(
            @ForAll("ways") Way way, @ForAll("mixedCodes") List<String> groups, @ForAll Random random) {
        for (List<String> written : List.of(groups, small(groups))) {
            String text = "koden er " + way.write(written, random) + ", tak";

            assertThat(RedemptionCodes.containsCode(text)).as(text).isTrue();
            assertThat(RedemptionCodes.masked(text)).as(text).doesNotContain(written);
            assertThat(RedemptionCodes.withoutBegunCode(text)).as(text).doesNotContain(written);
        }
    }

    @Property(tries = 100)
    void of_such_a_code_that_is_still_being_written_no_group_is_kept(
            @ForAll("ways") Way way, @ForAll("mixedCodes") List<String> groups, @ForAll Random random) {
        String text = "koden er " + way.write(groups, random) + ", tak";

        for (int length = 1; length <= text.length(); length++) {
            String kept = RedemptionCodes.withoutBegunCode(text.substring(0, length));

            assertThat(kept).as(text.substring(0, length)).doesNotContain(groups);
        }
    }

    /** Seeded, so that the rate is the same in every run. */
    @Property(tries = 60, seed = "20261130")
    void of_codes_with_words_between_their_groups_few_pass(@ForAll("ways") Way way, @ForAll Random random) {
        List<List<String>> codes = Stream.generate(() -> groups(code(random), 4, 4, 4, 4))
                .limit(2000)
                .toList();

        assertThat(missed(codes, way, random)).as(way.name()).isLessThanOrEqualTo(way.tolerated);
        assertThat(missed(codes.stream().map(ScatteredCodesPropertyTest::small).toList(), way, random))
                .as(way.name())
                .isLessThanOrEqualTo(way.toleratedSmall);
    }

    private static long missed(List<List<String>> codes, Way way, Random random) {
        return codes.stream()
                .map(groups -> "koden er " + way.write(groups, random) + ", tak")
                .filter(text -> !RedemptionCodes.containsCode(text))
                .count();
    }

    @Property(tries = 60, seed = "20261130")
    void of_codes_in_other_groups_few_pass(@ForAll("groupings") List<Integer> sizes, @ForAll Random random) {
        int[] each = sizes.stream().mapToInt(Integer::intValue).toArray();
        List<List<String>> codes =
                Stream.generate(() -> groups(code(random), each)).limit(2000).toList();

        assertThat(missed(codes, Way.WORDS, random)).as(sizes.toString()).isLessThanOrEqualTo(400);
    }

    /** What nobody could read of them, and of 2000 codes how many may pass. */
    enum Unread {
        A_GROUP(120) {
            @Override
            String write(List<String> groups, Random random) {
                return String.join(
                        one(List.of(" ", "-", "\n"), random), without(groups, 1 + random.nextInt(3), random));
            }
        },
        THE_FIRST_GROUP(480) {
            @Override
            String write(List<String> groups, Random random) {
                return String.join(one(List.of(" ", "-", "\n"), random), without(groups, 0, random));
            }
        },
        X(80) {
            @Override
            String write(List<String> groups, Random random) {
                return one(List.of("?", "*", "_", "(?)"), random)
                        + String.join("", groups).substring(1);
            }
        },
        X_OF_GROUPS(300) {
            @Override
            String write(List<String> groups, Random random) {
                return one(List.of("?", "*", "_", "(?)"), random)
                        + String.join(" ", groups).substring(1);
            }
        },
        X_BEFORE_WORDS(200) {
            @Override
            String write(List<String> groups, Random random) {
                return one(List.of("?", "*", "_"), random)
                        + Way.WORDS.write(groups, random).replaceFirst("^[^X]*X", "");
            }
        };

        private final int tolerated;

        Unread(int tolerated) {
            this.tolerated = tolerated;
        }

        abstract String write(List<String> groups, Random random);

        private static List<String> without(List<String> groups, int group, Random random) {
            List<String> written = new ArrayList<>(groups);
            written.set(group, one(List.of("????", "****", "____", "####"), random));
            return written;
        }
    }

    @Property(tries = 60, seed = "20261130")
    void of_codes_with_marks_for_what_could_not_be_read_few_pass(
            @ForAll("unread") Unread unread, @ForAll Random random) {
        long missed = Stream.generate(() -> groups(code(random), 4, 4, 4, 4))
                .limit(2000)
                .map(groups -> "koden er " + unread.write(groups, random) + " , tak")
                .filter(text -> !RedemptionCodes.containsCode(text))
                .count();

        assertThat(missed).as(unread.name()).isLessThanOrEqualTo(unread.tolerated);
    }

    /** Notes as agents write them, with every kind of number that is not a code. */
    @Property(tries = 5000)
    void everyday_notes_pass(@ForAll("notes") String note) {
        assertThat(RedemptionCodes.masked(note)).isEqualTo(note);
        assertThat(RedemptionCodes.masked(note.toUpperCase(Locale.ROOT))).isEqualTo(note.toUpperCase(Locale.ROOT));
    }

    @Property(tries = 500)
    void lists_of_serials_pass(@ForAll Random random) {
        String list = Stream.generate(() -> serial(random)).limit(20).collect(Collectors.joining("\n"));

        assertThat(RedemptionCodes.masked("Alex:\n" + list)).isEqualTo("Alex:\n" + list);
    }

    private static String serial(Random random) {
        return one(List.of("GCA", "PBH", "EPY"), random) + drawn(PRINTED, 13, random);
    }

    @Provide
    Arbitrary<String> notes() {
        return Arbitraries.longs()
                .map(seed -> note(new Random(seed)))
                .dontShrink()
                .edgeCases(EdgeCases.Config::none);
    }

    private static String note(Random random) {
        return Stream.generate(() -> sentence(random)).limit(4).collect(Collectors.joining(" "));
    }

    private static String sentence(Random random) {
        String goods = one(
                List.of(
                        "Xbox Series X",
                        "Xbox 360 E",
                        "XPS 13",
                        "XXL-trøje",
                        "Xperia 1 VI 256GB",
                        "XL T-shirt",
                        "XLR-kabel 3M"),
                random);
        return one(
                        List.of(
                                "Kortet blev købt i Coop Xtra den %s.11.2026 for %s kr.",
                                "Ordrenummer %s%s%s, betalt med " + goods + ".",
                                "Ring +45 %s %s %s %s efter kl. %s:%s.",
                                "IBAN DK%s %s%s %s%s %s%s %s%s %s.",
                                "Sak C-2026-%s%s%s gjelder " + goods + " og 3 stk. til 2%s,00 kr.",
                                "Xenia bor Storgata %s B, 0%s%s Oslo, e-post xenia%s@example.com.",
                                "Sporing RR%s%s%s%s9DK, leveret kl. %s.",
                                "Serienummer " + serial(random) + ", kvittering %s%s-%s.",
                                "UUID " + new java.util.UUID(random.nextLong(), random.nextLong()) + " i loggen.",
                                "Kort XXXX XXXX XXXX %s%s, term %s%s, bax %s%s.",
                                "Rabattkoden XMAS25 virker ikke på " + goods + ", prøvd %s ganger.",
                                "1) " + goods + " 2) kvittering %s 3) %s kr 4) ???"),
                        random)
                .formatted(IntStream.range(0, 12)
                        .mapToObj(_ -> String.valueOf(10 + random.nextInt(90)))
                        .toArray());
    }

    @Provide
    Arbitrary<Way> ways() {
        return Arbitraries.of(Way.class);
    }

    @Provide
    Arbitrary<Unread> unread() {
        return Arbitraries.of(Unread.class);
    }

    @Provide
    Arbitrary<List<Integer>> groupings() {
        return Arbitraries.of(
                List.of(8, 8),
                List.of(5, 5, 6),
                List.of(6, 5, 5),
                List.of(4, 4, 8),
                List.of(8, 4, 4),
                List.of(4, 8, 4),
                List.of(6, 6, 4),
                List.of(5, 5, 5, 1),
                List.of(10, 6),
                List.of(7, 9));
    }

    /** A letter or digit, one of the other kind, one of the first, and any. */
    @Provide
    Arbitrary<List<String>> mixedCodes() {
        Arbitrary<Character> letter = Arbitraries.chars().with("ABCDEFGHJKLMNPQRSTUVWXYZ");
        Arbitrary<Character> digit = Arbitraries.chars().range('2', '9');
        Arbitrary<String> group =
                Combinators.combine(letter, digit, letter, digit).as((a, b, c, d) -> "" + a + b + c + d);
        Arbitrary<String> first = Combinators.combine(letter, digit, letter).as((a, b, c) -> "X" + a + b + c);
        return Combinators.combine(first, group.list().ofSize(3).uniqueElements())
                .as((x, rest) -> Stream.concat(Stream.of(x), rest.stream()).toList())
                .filter(groups -> String.join("", groups).chars().distinct().count() >= 6
                        && groups.stream().distinct().count() == 4);
    }

    private static List<String> small(List<String> groups) {
        return groups.stream().map(group -> group.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> groups(String code, int... sizes) {
        List<String> groups = new ArrayList<>();
        int at = 0;
        for (int size : sizes) {
            groups.add(code.substring(at, at + size));
            at += size;
        }
        return groups;
    }

    private static String code(Random random) {
        return "X" + drawn(PRINTED, 15, random);
    }

    private static String drawn(String characters, int number, Random random) {
        return random.ints(number, 0, characters.length())
                .mapToObj(i -> characters.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
