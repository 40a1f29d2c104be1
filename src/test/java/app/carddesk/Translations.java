package app.carddesk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The four language files side by side, and what can be wrong between them. */
final class Translations {

    static final List<String> FILES = List.of(
            "translations.properties",
            "translations_sv.properties",
            "translations_nb.properties",
            "translations_da.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^{}]*");

    /** The four bundles people see, read once. */
    static final Translations SHIPPED = new Translations(Path.of("src/main/resources/vaadin-i18n"));

    private final Map<String, Map<String, String>> files = new LinkedHashMap<>();
    private final List<String> duplicates = new ArrayList<>();

    Translations(Path folder) {
        for (String file : FILES) {
            Map<String, String> texts = new LinkedHashMap<>();
            Properties reading = new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (texts.put((String) key, (String) value) != null) {
                        duplicates.add(file + ": " + key + " is there twice");
                    }
                    return super.put(key, value);
                }
            };
            try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
                reading.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.put(file, texts);
        }
    }

    Set<String> keys() {
        return files.get(FILES.getFirst()).keySet();
    }

    boolean hasPlaceholders(String key) {
        return !placeholders(files.get(FILES.getFirst()).getOrDefault(key, "")).isEmpty();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>(duplicates);
        Set<String> all = files.values().stream()
                .flatMap(texts -> texts.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String key : all) {
            files.forEach((file, texts) -> {
                String text = texts.get(key);
                if (text == null) {
                    problems.add(file + ": " + key + " is missing");
                } else {
                    check(key, text).forEach(problem -> problems.add(file + ": " + key + " " + problem));
                }
            });
            long kinds = files.values().stream()
                    .filter(texts -> texts.containsKey(key))
                    .map(texts -> placeholders(texts.get(key)))
                    .distinct()
                    .count();
            if (kinds > 1) {
                problems.add(key + " has different placeholders");
            }
        }
        return problems;
    }

    private static List<String> check(String key, String text) {
        List<String> problems = new ArrayList<>();
        if (text.isBlank()) {
            problems.add("is empty");
        }
        if (!text.equals(text.strip())) {
            problems.add("begins or ends with a blank");
        }
        if (placeholders(text).isEmpty()) {
            // Vaadin formats only where parameters are given, so here a quote is a quote.
            if (text.contains("''")) {
                problems.add("doubles a quote without having placeholders");
            }
        } else {
            if (text.replace("''", "").contains("'")) {
                problems.add("has a single quote that formatting swallows");
            }
            try {
                new MessageFormat(text);
            } catch (IllegalArgumentException e) {
                problems.add("cannot be formatted: " + e.getMessage());
            }
        }
        return problems;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
