package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.ui.Texts;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing on the screen is untranslated, in any of the four languages, and these checks would notice. */
class TranslationsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @TempDir
    Path folder;

    @Test
    void the_four_files_say_the_same() {
        assertThat(Translations.SHIPPED.keys()).isNotEmpty();
        assertThat(Translations.SHIPPED.problems()).isEmpty();
    }

    @Test
    void every_key_in_the_sources_has_a_text() {
        assertThat(SourceTexts.below(SOURCES).stream().flatMap(file -> file.unknownKeys(Translations.SHIPPED).stream()))
                .isEmpty();
    }

    @Test
    void no_screen_shows_words_of_the_source() {
        List<SourceTexts> screens = SourceTexts.below(SOURCES).stream()
                .filter(SourceTexts::isScreen)
                .toList();

        assertThat(screens).isNotEmpty();
        assertThat(screens.stream().flatMap(file -> file.visibleLiterals().stream()))
                .isEmpty();
    }

    @Test
    void an_enum_that_has_texts_has_one_for_every_constant() {
        List<Class<?>> enums = ApplicationCode.CLASSES.stream()
                .filter(JavaClass::isEnum)
                .<Class<?>>map(JavaClass::reflect)
                // A constant with a body is a class of its own.
                .filter(Class::isEnum)
                .toList();

        assertThat(enums).isNotEmpty();
        assertThat(enums.stream().flatMap(type -> missing(type).stream())).isEmpty();
    }

    @Test
    void an_enum_with_a_forgotten_constant_is_noticed() {
        assertThat(missing(broken.texts.CardKind.class)).containsExactly("cardKind.FORGOTTEN");
    }

    @Test
    void files_that_differ_are_noticed() throws IOException {
        write("translations.properties", """
                a.missing = Here
                a.empty = Here
                a.placeholder = {0} of {1}
                a.quote = {0} isn''t there
                a.doubled = isn't there
                a.sound = {0} of {1}
                """);
        write("translations_sv.properties", """
                a.empty =
                a.placeholder = {0} av
                a.quote = {0} isn't there
                a.doubled = isn''t there
                a.sound = {1} av {0}
                a.sound = {0} av {1}
                """);
        for (String file : List.of("translations_nb.properties", "translations_da.properties")) {
            Files.copy(folder.resolve("translations.properties"), folder.resolve(file));
        }

        assertThat(new Translations(folder).problems())
                .containsExactlyInAnyOrder(
                        "translations_sv.properties: a.sound is there twice",
                        "translations_sv.properties: a.missing is missing",
                        "translations_sv.properties: a.empty is empty",
                        "a.placeholder has different placeholders",
                        "translations_sv.properties: a.quote has a single quote that formatting swallows",
                        "translations_sv.properties: a.doubled doubles a quote without having placeholders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Texts.t(\"nowhere.key\")",
                "t(\"nowhere.key\", 1)",
                "getTranslation(\"nowhere.key\")",
                "Texts.t(locale(person), \"nowhere.key\")",
                "Texts.t(locked ? \"codeGuard.locked\" : \"nowhere.key\")",
                "Texts.t(\"nowhere.\" + kind)",
                "@Menu(title = \"nowhere.key\", order = 1)"
            })
    void a_key_without_a_text_is_noticed(String source) {
        assertThat(new SourceTexts("Broken.java", source).unknownKeys(Translations.SHIPPED))
                .hasSize(1)
                .first()
                .asString()
                .contains("nowhere.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field.setLabel(\"Serial number\");",
                "new Span(\"Serial number\")",
                "new Button(\"Send\", event -> send())",
                "grid.addColumn(Card::serial).setHeader(\"Serial\");",
                "new Anchor(\"/cards\", \"All cards\")",
                "Toasts.success(\"Saved\");",
                "panel.add(\"Nothing here\");",
                "new Select<String>(\"Kind\")",
                "new EmptyState(Texts.t(\"codeGuard.label\"), \"Nothing here\")"
            })
    void words_in_a_screen_are_noticed(String source) {
        assertThat(new SourceTexts("app/carddesk/broken/ui/Broken.java", source).visibleLiterals())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field.setLabel(Texts.t(\"codeGuard.label\"));",
                "new Span(\" · \")",
                "new Anchor(\"cards\", Texts.t(\"codeGuard.label\"))",
                "throw new IllegalArgumentException(\"A letter key is one character\");",
                "addClassName(\"cd-panel\");",
                "new Span(\"Carddesk\");",
                "new Span(\"Aura\"); // literal: the name of a theme"
            })
    void what_nobody_reads_is_left_alone(String source) {
        assertThat(new SourceTexts("app/carddesk/sound/ui/Sound.java", source).visibleLiterals())
                .isEmpty();
    }

    /** Keys of the constants without a text, unless the enum has no text at all and so is never shown. */
    private static List<String> missing(Class<?> type) {
        List<String> keys = Arrays.stream(type.getEnumConstants())
                .map(constant -> Texts.key((Enum<?>) constant))
                .toList();
        List<String> missing = keys.stream()
                .filter(key -> !Translations.SHIPPED.keys().contains(key))
                .toList();
        return missing.size() == keys.size() ? List.of() : missing;
    }

    private void write(String file, String texts) throws IOException {
        Files.writeString(folder.resolve(file), texts);
    }
}
