package app.carddesk.letters;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identifiers of our mails (RFC 5322, 3.6.4): the same for a letter however often it is handed over. */
final class MessageIds {

    private static final Pattern OURS =
            Pattern.compile("<letter\\.([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@[A-Za-z0-9.-]{1,255}>");

    private MessageIds() {}

    /** The letter of an identifier, whatever domain mail came from when it was sent; empty if it is none of ours. */
    static Optional<UUID> letter(String identifier) {
        Matcher matcher = OURS.matcher(identifier);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    /** @param from whom it comes from, as it is sent */
    static String of(UUID letter, String from) {
        return "<letter." + letter + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
    }
}
