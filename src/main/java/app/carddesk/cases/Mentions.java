package app.carddesk.cases;

import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.access.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People named in notes. Whoever writes types {@code @} and a name; kept is {@code @{id}}, so that the note still means
 * the same person when their name changes. Only those can be named who may see cases.
 */
public final class Mentions {

    private static final Pattern KEPT = Pattern.compile("@\\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})}");

    private static final Pattern BEGUN = Pattern.compile("(?:^|[\\s(])@([\\p{L}\\p{N}._-]*(?: [\\p{L}-]*)?)$");

    private static final int SUGGESTED = 6;

    private Mentions() {}

    /** Whoever can be named, under the words that mean them: a name, or a user name where two have the same name. */
    public static Map<String, UUID> names(People people) {
        Collection<Person> desk = Stream.concat(
                        people.withRole(Role.AGENT).stream(), people.withRole(Role.SUPERVISOR).stream())
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values();
        Map<String, Long> bearers = desk.stream().collect(Collectors.groupingBy(Person::name, Collectors.counting()));
        Map<String, UUID> names = new LinkedHashMap<>();
        desk.stream()
                .sorted(Comparator.comparing(Person::name))
                .forEach(person -> names.put(
                        bearers.getOrDefault(person.name(), 0L) == 1 ? person.name() : person.username(), person.id()));
        return names;
    }

    /** The names that fit what is being typed at the end of a text; none if no name is begun there. */
    public static List<String> suggestions(String text, Set<String> names) {
        Matcher begun = BEGUN.matcher(text);
        if (!begun.find()) {
            return List.of();
        }
        String typed = begun.group(1).toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.length() > typed.length())
                .filter(name -> Stream.concat(Stream.of(name), Stream.of(name.split(" ")))
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).startsWith(typed)))
                .limit(SUGGESTED)
                .toList();
    }

    /** The text with the name that is being typed at its end written out. */
    public static String completed(String text, String name) {
        return text.substring(0, text.lastIndexOf('@') + 1) + name + " ";
    }

    /** A text as it is kept, with ids for names. Longer names first, or "Eva Li" would take "Eva Lind". */
    static String kept(String text, Map<String, UUID> names) {
        String kept = text;
        List<String> longestFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            kept = Pattern.compile("(?<![\\p{L}\\p{N}])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                    .matcher(kept)
                    .replaceAll(Matcher.quoteReplacement("@{" + names.get(name) + "}"));
        }
        return kept;
    }

    /** Whom a kept text names. */
    static Set<UUID> named(String kept) {
        return KEPT.matcher(kept).results().map(Mentions::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A kept text as it is read. */
    public static String shown(String kept, People people) {
        return KEPT.matcher(kept).replaceAll(found -> Matcher.quoteReplacement("@" + people.name(id(found))));
    }

    private static UUID id(MatchResult found) {
        return UUID.fromString(found.group(1));
    }
}
