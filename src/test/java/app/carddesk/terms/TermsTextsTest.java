package app.carddesk.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything a verdict can say has its words in every language, and no words are left over. */
class TermsTextsTest {

    private static final String OURS = "terms.(verdict|reason|outcome|step|citation|fact|missing)\\..+"
            + "|(linkedAccount|retailerAnswer|proofState|riskPassed)\\..+";

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_constant_has_its_words(Language language) {
        var texts = texts(language);

        assertThat(keys())
                .allSatisfy(key -> assertThat(texts.getProperty(key))
                        .as("%s in %s", key, language)
                        .isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_words_are_left_without_a_constant(Language language) {
        var left = new TreeSet<>(texts(language).stringPropertyNames());
        left.removeIf(key -> !key.matches(OURS));
        left.removeAll(keys().toList());

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_fact_with_a_value_leaves_room_for_it(Language language) {
        var texts = texts(language);

        assertThat(facts()).allSatisfy(fact -> {
            int values = fact.getRecordComponents().length;
            var text = texts.getProperty("terms.fact." + fact.getSimpleName());
            int room = fact == Fact.Terms.class ? 2 : values;
            assertThat(new MessageFormat(text, language.locale()).getFormatsByArgumentIndex())
                    .as("%s in %s", fact.getSimpleName(), language)
                    .hasSize(room);
        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void sentences_are_translated(Language language) {
        var english = texts(Language.EN);
        var texts = texts(language);

        assertThat(keys().filter(key -> key.startsWith("terms.verdict.") || key.startsWith("terms.step.")))
                .allSatisfy(key -> assertThat(texts.getProperty(key)).isNotEqualTo(english.getProperty(key)));
    }

    private static Stream<String> keys() {
        return Stream.of(
                        names("terms.verdict.", Rule.values()),
                        names("terms.reason.", Rule.values()),
                        names("terms.outcome.", Outcome.values()),
                        names("terms.step.", Step.values()),
                        names("terms.citation.", Citation.values()),
                        names("terms.citation.", Citation.values()).map(key -> key + ".long"),
                        names("terms.missing.", Fact.Missing.values()),
                        names("linkedAccount.", Facts.LinkedAccount.values()),
                        names("retailerAnswer.", Facts.RetailerAnswer.values()),
                        names("proofState.", Facts.Proof.values()),
                        Stream.of("linkedAccount.unknown", "retailerAnswer.unknown"),
                        Stream.of("riskPassed.true", "riskPassed.false", "riskPassed.unknown"),
                        Stream.of("terms.fact.Terms.invented"),
                        facts().map(fact -> "terms.fact." + fact.getSimpleName()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> names(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> prefix + constant.name());
    }

    private static Stream<Class<?>> facts() {
        return Arrays.stream(Fact.class.getPermittedSubclasses());
    }

    private static Properties texts(Language language) {
        var suffix = language == Language.EN ? "" : "_" + language.locale().getLanguage();
        var name = "/vaadin-i18n/translations" + suffix + ".properties";
        var texts = new Properties();
        try (var in = Objects.requireNonNull(TermsTextsTest.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
