package app.carddesk.guides;

import app.carddesk.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The texts that came with Carddesk: {@code guides/<slug>.<language>.md}, each beginning with its title, summary and
 * keywords in YAML between two lines of three dashes.
 */
@Component
class ShippedGuides {

    private static final String FENCE = "---\n";

    private final Map<GuideSubject, Map<Language, GuideText>> texts = new LinkedHashMap<>();

    ShippedGuides() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (GuideSubject subject : GuideSubject.all()) {
            Map<Language, GuideText> languages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                languages.put(language, parse(yaml, name(subject, language)));
            }
            texts.put(subject, languages);
        }
    }

    GuideText text(GuideSubject subject, Language language) {
        Map<Language, GuideText> languages = texts.get(subject);
        GuideText text = languages == null ? null : languages.get(language);
        if (text == null) {
            throw new IllegalArgumentException("No guide " + name(subject, language));
        }
        return text;
    }

    private static String name(GuideSubject subject, Language language) {
        return subject.slug() + "." + language.locale().getLanguage() + ".md";
    }

    private static GuideText parse(Yaml yaml, String name) {
        String text = read(name);
        int end = text.indexOf("\n" + FENCE, FENCE.length());
        if (!text.startsWith(FENCE) || end < 0) {
            throw new IllegalStateException(name + " does not begin with its title, summary and keywords");
        }
        Map<String, String> head = yaml.load(text.substring(FENCE.length(), end + 1));
        return new GuideText(
                required(head, "title", name),
                required(head, "summary", name),
                required(head, "keywords", name),
                text.substring(end + 1 + FENCE.length()).strip());
    }

    private static String required(Map<String, String> head, String key, String name) {
        String value = head.get(key);
        if (value == null) {
            throw new IllegalStateException(name + " has no " + key);
        }
        return value;
    }

    private static String read(String name) {
        try (InputStream in = ShippedGuides.class.getResourceAsStream("/guides/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The guide " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
