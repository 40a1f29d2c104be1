package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpellingTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_letter_and_digit_has_a_word_of_its_own(Language language) {
        List<String> words =
                spelled(ALPHABET, language).map(Spelling.Spelled::word).toList();

        assertThat(words)
                .hasSize(36)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).hasSizeGreaterThan(1));
    }

    /** Norwegian names V and W after their shape; every other name begins with its letter. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void a_letter_is_named_by_a_word_that_begins_with_it(Language language) {
        assertThat(spelled("ABCDEFGHIJKLMNOPQRSTUVWXYZ", language))
                .filteredOn(spelled -> language != Language.NB || "VW".indexOf(spelled.character()) < 0)
                .allSatisfy(spelled -> assertThat(spelled.word()).startsWith(String.valueOf(spelled.character())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void digits_are_lower_case_words_so_that_none_is_taken_for_a_name(Language language) {
        assertThat(spelled("0123456789", language))
                .allSatisfy(spelled -> assertThat(spelled.word())
                        .isEqualTo(spelled.word().toLowerCase(language.locale()))
                        .doesNotContainPattern("[0-9]"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_two_of_a_pair_sound_different_from_their_first_letter_on(Language language) {
        assertThat(Spelling.in(language).pairs()).hasSize(9).allSatisfy(pair -> {
            assertThat(pair.one().mistakable()).isTrue();
            assertThat(pair.other().mistakable()).isTrue();
            assertThat(first(pair.one())).isNotEqualTo(first(pair.other()));
        });
    }

    @Test
    void languages_have_alphabets_of_their_own() {
        assertThat(Stream.of(Language.values())
                        .map(language -> spelled("BS8", language)
                                .map(Spelling.Spelled::word)
                                .collect(Collectors.joining(" "))))
                .containsExactly(
                        "Bravo Sierra eight", "Bertil Sigurd åtta", "Bernhard Sigrid åtte", "Bernhard Søren otte");
    }

    @Test
    void a_serial_is_read_in_groups_of_four_with_look_alikes_marked() {
        List<List<Spelling.Spelled>> groups = Spelling.in(Language.EN).groups(new Serial("GCA08Z71B"));

        assertThat(groups).extracting(List::size).containsExactly(4, 4, 1);
        assertThat(groups.stream()
                        .flatMap(List::stream)
                        .filter(Spelling.Spelled::mistakable)
                        .map(Spelling.Spelled::character))
                .containsExactly('G', '0', '8', 'Z', 'B');
    }

    private static Stream<Spelling.Spelled> spelled(String characters, Language language) {
        return characters.chars().mapToObj(c -> Spelling.in(language).spelled((char) c));
    }

    private static String first(Spelling.Spelled spelled) {
        return spelled.word().substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
