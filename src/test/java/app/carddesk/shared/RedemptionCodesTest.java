package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

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
        "😀 ß XKMF2B7HQW3PRT9L 😀, 😀 ß •••• 😀",
    })
    void codes_in_what_others_wrote_are_covered_and_nothing_else_is(String text, String covered) {
        assertThat(RedemptionCodes.masked(text)).isEqualTo(covered);
        assertThat(RedemptionCodes.containsCode(RedemptionCodes.masked(text))).isFalse();
    }
}
