package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import app.carddesk.terms.Outcome;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The letters Carddesk comes with, every kind in every language. */
class ShippedTemplatesTest {

    private final ShippedTemplates shipped = new ShippedTemplates();

    @ParameterizedTest
    @MethodSource("all")
    void every_placeholder_resolves(LetterKind kind, Language language) {
        assertThat(TemplateCheck.faults(kind, shipped.get(kind, language))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_letter_names_the_platform_for_disputes_that_was_closed(LetterKind kind, Language language) {
        assertThat(shipped.get(kind, language).body())
                .doesNotContainIgnoringCase("ec.europa.eu")
                .doesNotContainIgnoringCase("consumers/odr")
                .doesNotContain("http");
    }

    @ParameterizedTest
    @EnumSource
    void no_two_languages_share_their_words(LetterKind kind) {
        assertThat(Arrays.stream(Language.values())
                        .map(language -> shipped.get(kind, language).body())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(Language.values());
    }

    @ParameterizedTest
    @EnumSource
    void every_outcome_has_a_letter_of_its_own(Outcome outcome) {
        assertThat(LetterKind.of(outcome).name()).isEqualTo(outcome.name());
    }

    @Test
    void what_does_not_resolve_is_told() {
        LetterKind kind = LetterKind.NEEDS_EVIDENCE;
        String needed = "{{caseNumber}} {{rights}} {{contact}} ";

        assertThat(faults(kind, needed + "{{nmae}}")).containsExactly(new TemplateFault.Unknown("nmae"));
        assertThat(faults(kind, needed + "{{code}}")).containsExactly(new TemplateFault.NotHere(Placeholder.CODE));
        assertThat(faults(kind, needed + "{{#card}}x{{/card}}")).containsExactly(new TemplateFault.NotReadable());
        assertThat(faults(kind, needed + "{{card")).containsExactly(new TemplateFault.NotReadable());
        assertThat(faults(kind, needed + "{{! hidden }}")).containsExactly(new TemplateFault.NotReadable());
        assertThat(faults(kind, needed + "{{=<% %>=}}<%card%>")).containsExactly(new TemplateFault.NotReadable());
        assertThat(faults(kind, "{{caseNumber}} {{rights}}"))
                .containsExactly(new TemplateFault.Needed(Placeholder.CONTACT));
        assertThat(faults(kind, needed + "XKMF2B7HQW3PRT9L")).containsExactly(new TemplateFault.HoldsCode());
        assertThat(faults(kind, needed + "a".repeat(LetterText.LONGEST_BODY)))
                .containsExactly(new TemplateFault.TooLong(LetterText.LONGEST_BODY));
        assertThat(faults(LetterKind.REPLACEMENT_ISSUED, needed + "{{code}} {{code}}"))
                .containsExactly(new TemplateFault.CodeOnce());
        assertThat(TemplateCheck.faults(kind, new LetterText("a\nb", needed)))
                .containsExactly(new TemplateFault.SubjectNotOneLine());
        assertThat(TemplateCheck.faults(kind, new LetterText(" ", " ")))
                .contains(new TemplateFault.SubjectMissing(), new TemplateFault.BodyMissing());
    }

    private static Iterable<TemplateFault> faults(LetterKind kind, String body) {
        return TemplateCheck.faults(kind, new LetterText("A subject", body));
    }

    static Stream<Arguments> all() {
        return Arrays.stream(LetterKind.values())
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
    }
}
