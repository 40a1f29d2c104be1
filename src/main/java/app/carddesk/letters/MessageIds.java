package app.carddesk.letters;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identifiers of our mails (RFC 5322, 3.6.4): the same for a letter however often it is handed over. */
final class MessageIds {

    private static final Pattern OURS =
            Pattern.compile("<letter\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\\s]{1,255}>");

    private MessageIds() {}

    static String of(UUID letter, String from) {
        String domain = from.replaceAll("^.*@", "").replaceAll("[^A-Za-z0-9.-].*$", "");
        return "<letter." + letter + "@" + (domain.isEmpty() ? "localhost" : domain) + ">";
    }

    /** The letter that a text, such as a header of an answer, names. */
    static Optional<UUID> letterIn(String text) {
        Matcher found = OURS.matcher(text);
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }
}
