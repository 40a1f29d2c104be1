package app.carddesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads Java sources for the texts in them: which keys they ask for, and which words stand where a key should. */
final class SourceTexts {

    /** At the end of a line whose literal is meant, with the reason: {@code // literal: a unit sign}. */
    static final String ALLOWED = "// literal: ";

    private static final Pattern TRANSLATION = Pattern.compile("\\b(?:t|getTranslation)\\(");
    private static final Pattern MENU_TITLE = Pattern.compile("@Menu\\([^)]*?title\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern SHOWING = Pattern.compile("\\.?\\b(?:setText|setLabel|setPlaceholder|setHelperText"
            + "|setTitle|setHeader|setHeaderTitle|setFooter|setErrorMessage|setRequiredErrorMessage|setAriaLabel"
            + "|setTooltipText|setConfirmText|setCancelText|setRejectText|setSummaryText|setUploadButton"
            + "|Notification\\.show|Toasts\\.\\w+|Texts\\.title|asRequired|\\.add"
            + "|new (?!\\w*(?:Exception|Error|Parameters?|Param|Icon|Element|Response|Event|Converter|Scanner|File|URI|Code)\\()"
            + "[A-Z]\\w*(?:<[^>]*>)?)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");

    /** Reads the same in every language. */
    private static final String PRODUCT = "\"Carddesk\"";

    private final String name;
    private final String source;

    SourceTexts(String name, String source) {
        this.name = name;
        this.source = source;
    }

    static List<SourceTexts> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> {
                        try {
                            return new SourceTexts(folder.relativize(file).toString(), Files.readString(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isScreen() {
        return name.contains("/ui/") || name.contains("/shell/");
    }

    /** Keys asked for that are not there, keys put together of which none is there, and forgotten parameters. */
    List<String> unknownKeys(Translations translations) {
        List<String> problems = new ArrayList<>();
        Matcher menu = MENU_TITLE.matcher(source);
        while (menu.find()) {
            if (!translations.keys().contains(menu.group(1))) {
                problems.add(at(menu.start()) + "no text for " + menu.group(1));
            }
        }
        Matcher call = TRANSLATION.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(call.end());
            for (int i = 0; i < Math.min(2, arguments.size()); i++) {
                String argument = arguments.get(i);
                Matcher literal = LITERAL.matcher(argument);
                boolean found = false;
                while (literal.find()) {
                    found = true;
                    check(literal.group(1), argument, arguments.size() > i + 1, translations)
                            .forEach(problem -> problems.add(at(call.start()) + problem));
                }
                if (found) {
                    break;
                }
            }
        }
        return problems;
    }

    private static List<String> check(String key, String argument, boolean parameters, Translations translations) {
        if (argument.contains("+")) {
            boolean known = translations.keys().stream().anyMatch(one -> one.contains(key));
            return known ? List.of() : List.of("no text for any key with " + key);
        }
        if (!translations.keys().contains(key)) {
            return List.of("no text for " + key);
        }
        if (!parameters && translations.hasPlaceholders(key)) {
            return List.of(key + " needs parameters");
        }
        return List.of();
    }

    /** Words in the source that a person would read untranslated. */
    List<String> visibleLiterals() {
        List<String> problems = new ArrayList<>();
        Matcher call = SHOWING.matcher(source);
        while (call.find()) {
            boolean link = call.group().startsWith("new Anchor") || call.group().startsWith("new Image");
            List<String> arguments = arguments(call.end());
            for (int i = link ? 1 : 0; i < arguments.size(); i++) {
                String argument = arguments.get(i).strip();
                if (argument.startsWith("\"")
                        && !argument.equals(PRODUCT)
                        && WORDS.matcher(argument).find()
                        && !line(call.start()).contains(ALLOWED)) {
                    problems.add(at(call.start()) + "shows " + argument);
                }
            }
        }
        return problems;
    }

    /** The arguments of a call from just behind its opening bracket, split at the commas of this call. */
    private List<String> arguments(int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"') {
                Matcher literal = LITERAL.matcher(source).region(i, source.length());
                if (literal.lookingAt()) {
                    i = literal.end() - 1;
                }
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
                if (depth < 0) {
                    arguments.add(source.substring(start, i));
                    return arguments;
                }
            } else if (c == ',' && depth == 0) {
                arguments.add(source.substring(start, i));
                start = i + 1;
            }
        }
        return arguments;
    }

    private String line(int position) {
        int start = source.lastIndexOf('\n', position) + 1;
        int end = source.indexOf('\n', position);
        return source.substring(start, end < 0 ? source.length() : end);
    }

    private String at(int position) {
        long line = source.substring(0, position).lines().count();
        return name + ":" + Math.max(1, line) + " ";
    }
}
