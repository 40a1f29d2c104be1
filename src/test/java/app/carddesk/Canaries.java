package app.carddesk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must never stand in a log, by its form and by name, and finding it in a text. */
final class Canaries {

    /** What is recognised by its form, whoever it belongs to. */
    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "a redemption code", Pattern.compile("(?<![A-Za-z0-9])X[A-Z0-9]{15}(?![A-Za-z0-9])"),
            "a redemption code in groups",
                    Pattern.compile(
                            "(?<![A-Za-z0-9])X[A-Z0-9]{3}([ -])[A-Z0-9]{4}\\1[A-Z0-9]{4}\\1[A-Z0-9]{4}(?![A-Za-z0-9])"),
            "a session id", Pattern.compile("(?<![A-Za-z0-9])[0-9A-F]{32}(?![A-Za-z0-9])"),
            // From where a word begins and never back: a log has many long names with dots.
            "an e-mail address",
                    Pattern.compile(
                            "(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]++@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}"),
            "a phone number", Pattern.compile("(?<![A-Za-z0-9:])\\+[1-9][0-9]{7,14}(?![0-9])"),
            "a password", Pattern.compile("(?i)pass(word|wd)?\"?'?\\s*[=:]\\s*\"?'?carddesk"),
            "a password hash", Pattern.compile("\\{pbkdf2}[0-9a-f]{8}")));

    /** Values the tests use: names of customers, passwords that are no other word, and the codes of the demo's stock. */
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    static {
        KNOWN.addAll(List.of(
                "Testine Prøvesen",
                "Eva Exempelsson",
                "Kari Eksempelsen",
                "Mogens Opdigtsen",
                "Ola Oppdiktsen",
                "Alex Sampleton",
                "Camille Exemplaire",
                "Maja Påhittsson",
                "Ida Findesikke",
                "Robin Placeholder",
                "four words are long"));
        KNOWN.addAll(stockCodes());
    }

    private Canaries() {}

    /** Adds a personal text some test used; too short a one may stand anywhere by chance. */
    static void add(String personal) {
        if (personal.length() >= 8) {
            KNOWN.add(personal);
        }
    }

    /** What of it stands in this text, without repeating it. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        FORMS.forEach((what, form) -> {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                found.add(what);
            }
        });
        KNOWN.stream()
                .filter(text::contains)
                .findFirst()
                .ifPresent(known -> found.add("a known value of " + known.length() + " characters"));
        return found;
    }

    private static List<String> stockCodes() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Canaries.class.getResourceAsStream("/demo/stock.csv")),
                StandardCharsets.UTF_8))) {
            Pattern code = Pattern.compile("X[A-Z0-9]{15}");
            List<String> codes = lines.lines()
                    .map(code::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .toList();
            if (codes.isEmpty()) {
                throw new IllegalStateException("The demo's stock has no codes to look for");
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
