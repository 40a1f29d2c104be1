package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that the browser's code guard shares; {@code CodeGuardIT} runs the same samples in the browser. */
class RedemptionCodesTest {

    @ParameterizedTest
    @FieldSource("app.carddesk.shared.RedemptionCodeSamples#BEGUN")
    void a_value_beginning_with_x_is_a_code_from_its_fourth_character(String typed) {
        assertThat(RedemptionCodes.startsLikeCode(typed)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("app.carddesk.shared.RedemptionCodeSamples#NOT_BEGUN")
    void a_serial_or_three_characters_are_no_code(String typed) {
        assertThat(RedemptionCodes.startsLikeCode(typed)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("app.carddesk.shared.RedemptionCodeSamples#CONTAINED")
    void a_code_anywhere_in_a_text_is_seen(String text) {
        assertThat(RedemptionCodes.containsCode(text)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("app.carddesk.shared.RedemptionCodeSamples#ORDINARY")
    void ordinary_text_is_left_alone(String text) {
        assertThat(RedemptionCodes.containsCode(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gca 123-456, GCA123456", "ＧＣＡ１２３, GCA123", "'\u200B60\u2212 12\u00AD34', 601234", "'', ''"})
    void the_normal_form_is_what_the_person_meant(String typed, String meant) {
        assertThat(RedemptionCodes.normalize(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "it is XKMF2B7HQW3PRT9L., it is ••••.",
        "xkmf-2b7h-qw3p-rt9l and more, •••• and more",
        "X K M F 2 B 7 H Q W 3 P R T 9 L, ••••",
        "a​ Х​KMF2B7HQW3PRT9L b, a​ •••• b",
        "ＸＫＭＦ２Ｂ７ＨＱＷ３ＰＲＴ９Ｌ, ••••",
        "XKMF2B7HQW3PRT9L XKMF2B7HQW3PRT9M, •••• ••••",
        "GCA04R2208815530 stays, GCA04R2208815530 stays",
        "nøkkelXKMF2B7HQW3PRT9Lvirker, nøkkel••••virker",
        "name_XKMF2B7HQW3PRT9L.png, name_••••.png",
        "XKMF2B7H QW3PRT9L her, •••• her",
        "'<td>XKMF</td><td>2B7H</td><td>QW3P</td><td>RT9L</td>', <td>••••</td>",
        "'<a href=\"?k=XKMF2B7HQW3PRT9L\">X</a>', '<a href=\"?k=••••\">X</a>'",
        "X er først: XKMF2B7HQW3PRT9L, X er først: ••••",
        "😀 ß XKMF2B7HQW3PRT9L 😀, 😀 ß •••• 😀",
    })
    void codes_in_what_others_wrote_are_covered_and_nothing_else_is(String text, String covered) {
        assertThat(RedemptionCodes.masked(text)).isEqualTo(covered);
        assertThat(RedemptionCodes.containsCode(RedemptionCodes.masked(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'XK4M and then 2P9Q then 7R3T last 8V5W, thanks', '•••• and then •••• then •••• last ••••, thanks'",
        "'1) XK4M 2) 2P9Q 3) 7R3T 4) 8V5W', '1) •••• 2) •••• 3) •••• 4) ••••'",
        "'[10:32] XK4M [10:33] 2P9Q [10:34] 7R3T [10:35] 8V5W', '[10:32] •••• [10:33] •••• [10:34] •••• [10:35] ••••'",
        "'XK4M og så 2P9Q og så BAKE og så 8V5W', '•••• og så •••• og så •••• og så ••••'",
        "'XK4M2P9Q står det, og så 7R3T8V5W', '•••• står det, og så ••••'",
        "'10:33 Anna: XK4M 10:33 Anna: 2P9Q 10:34 Bo: 7R3T 10:35 Anna: 8V5W', "
                + "'10:33 Anna: •••• 10:33 Anna: •••• 10:34 Bo: •••• 10:35 Anna: ••••'",
        "'XK4M THEN 2P9Q THEN 7R3T THEN 8V5W', '•••• •••• THEN ••••'",
        "'XK4M kan leses, resten er borte', 'XK4M kan leses, resten er borte'",
        "'den er ?K4M2P9Q7R3T8V5W', 'den er ?••••'",
    })
    void what_stands_between_the_groups_of_a_code_stays(String text, String covered) {
        assertThat(RedemptionCodes.masked(text)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "'kortet: XK4M and then the next four are ', 'kortet: '",
        "'kortet: XK4M and then the next four are 2P9Q and after that ', 'kortet: '",
        "'1) XK4M\n2) 2P9Q\n3) ', '1) '",
        "'kortet: XC60 and then the next four are ', 'kortet: XC60 and then the next four are '",
        "'kortet: Xbox og hun betalte 500kr den 3. mai', 'kortet: Xbox og hun betalte 500kr den 3. mai'",
    })
    void nothing_is_kept_of_a_code_begun_with_words_between_its_groups(String typed, String kept) {
        assertThat(RedemptionCodes.withoutBegunCode(typed.translateEscapes())).isEqualTo(kept.translateEscapes());
    }

    @ParameterizedTest
    @CsvSource({
        "'the card says XK4', 'the card says XK4'",
        "'the card says XK4M', 'the card says '",
        "'the card says XKFM', 'the card says '",
        "'the card says XK4M-2P', 'the card says '",
        "'the card says XK4M 2P9Q 7R3T 8V5', 'the card says ••••'",
        "'the card says XK4M2P9Q7R3T8V5', 'the card says ••••'",
        "'XK4M2P9Q7R3T8V5W is what it says', '•••• is what it says'",
        "'Xbox gift card', 'Xbox gift card'",
        "'paid 2 x 250', 'paid 2 x 250'",
        "'Xenia fik 300', 'Xenia fik 300'",
    })
    void nothing_is_kept_of_a_code_that_was_begun_at_the_end_of_a_text(String typed, String kept) {
        assertThat(RedemptionCodes.withoutBegunCode(typed)).isEqualTo(kept);
    }

    /** No sentence of the desk, its guides, letters and messages is taken for a code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/guides",
                "src/main/resources/letters",
                "src/main/resources/vaadin-i18n",
                "src/main/resources/app",
                "src/site",
                "README.md"
            })
    void the_texts_of_the_desk_itself_pass(String folder) throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            texts = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(md|properties|txt|html|css)"))
                    .toList();
        }

        assertThat(texts).isNotEmpty();
        for (Path file : texts) {
            String text = Files.readString(file);
            assertThat(RedemptionCodes.masked(text)).as(file.toString()).isEqualTo(text);
        }
    }
}
