package app.carddesk.letters;

import app.carddesk.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The letters Carddesk comes with: a file for each kind and language, its first line the subject. */
@Component
class ShippedTemplates {

    private final Map<LetterKind, Map<Language, LetterText>> all = new EnumMap<>(LetterKind.class);

    ShippedTemplates() {
        for (LetterKind kind : LetterKind.values()) {
            Map<Language, LetterText> languages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                languages.put(language, read(kind, language));
            }
            all.put(kind, languages);
        }
    }

    LetterText get(LetterKind kind, Language language) {
        return Objects.requireNonNull(Objects.requireNonNull(all.get(kind)).get(language));
    }

    private static LetterText read(LetterKind kind, Language language) {
        String file = "letters/" + kind.name() + "_" + language.locale().getLanguage() + ".txt";
        try {
            String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            String[] parts = text.split("\\R", 2);
            return new LetterText(parts[0].strip(), parts[1].strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
