package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The manual leads where it says it leads, and lists the settings that there are, with the defaults they have. */
class ManualTest {

    private static final Path README = Path.of("README.md");
    private static final Path MANUAL = Path.of("src/site/markdown");
    private static final int ONE_PAGE = 10_000;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(carddesk\\.[^`]+)` \\|.*\\| ([^|]+) \\|$");
    private static final Pattern SCHEDULED = Pattern.compile("\\$\\{(carddesk\\.[\\w.-]+):([^}]*)}");
    private static final Pattern READ =
            Pattern.compile("(?:getProperty|required|bind)\\((?:\\w+, )?\"(carddesk\\.[\\w.-]+)\"");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @Test
    void the_readme_stays_one_page() throws IOException {
        assertThat(Files.size(README)).isLessThan(ONE_PAGE);
    }

    @Test
    void every_link_leads_to_a_page_and_a_heading_that_are_there() {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : found(LINK, text(page))) {
                if (!link.contains("://") && !leads(page, link)) {
                    dead.add(page + ": " + link);
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void every_page_of_the_manual_can_be_reached_from_its_first() {
        String index = text(MANUAL.resolve("index.md"));

        assertThat(pages())
                .filteredOn(page -> page.startsWith(MANUAL) && !page.endsWith("index.md"))
                .allSatisfy(page -> assertThat(index).contains("(" + MANUAL.relativize(page) + ")"));
    }

    @Test
    void the_settings_listed_are_those_that_there_are() {
        assertThat(new TreeSet<>(listed().keySet()))
                .isEqualTo(new TreeSet<>(settings().keySet()));
    }

    @Test
    void the_defaults_listed_are_those_that_count() {
        Map<String, String> listed = listed();

        assertThat(settings()).allSatisfy((setting, value) -> {
            if (!value.isEmpty()) {
                assertThat(listed.get(setting)).as(setting).isEqualTo("`" + value + "`");
            }
        });
    }

    @Test
    void every_setting_of_a_command_is_told_somewhere() {
        String manual = pages().stream().map(ManualTest::text).collect(Collectors.joining());

        assertThat(sources().flatMap(source -> found(READ, source).stream()).collect(Collectors.toSet()))
                .contains("carddesk.backup.keys-to", "carddesk.move.to.url")
                .allSatisfy(setting -> assertThat(manual).contains(setting));
    }

    private static boolean leads(Path from, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path to = file.isEmpty() ? from : from.resolveSibling(file).normalize();
        return Files.isRegularFile(to) && (hash < 0 || anchors(text(to)).contains(link.substring(hash + 1)));
    }

    /** As places that show Markdown make them of headings. */
    private static Set<String> anchors(String page) {
        return found(HEADING, page).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> listed() {
        Map<String, String> listed = new LinkedHashMap<>();
        LISTED.matcher(text(MANUAL.resolve("settings.md")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2)));
        return listed;
    }

    /** What can be set, and its default; an empty one where the program has none, or more than a word. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("carddesk.keys.lost", "");
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("app.carddesk").stream()
                .map(found -> type(found.getBeanClassName()))
                .forEach(type -> Arrays.stream(type.getRecordComponents())
                        .forEach(component -> settings.put(
                                type.getAnnotation(ConfigurationProperties.class)
                                                .value() + "." + kebab(component),
                                initial(type, component))));
        sources()
                .flatMap(source -> SCHEDULED.matcher(source).results())
                .forEach((MatchResult found) -> settings.put(found.group(1), found.group(2)));
        return settings;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String initial(Class<?> type, RecordComponent component) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .filter(parameter -> parameter.isAnnotationPresent(DefaultValue.class))
                .map(parameter -> String.join(
                        ",", parameter.getAnnotation(DefaultValue.class).value()))
                .findFirst()
                .orElse("");
    }

    private static String kebab(RecordComponent component) {
        return CAPITAL.matcher(component.getName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(MANUAL)) {
            return Stream.concat(
                            Stream.of(README),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(ManualTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
