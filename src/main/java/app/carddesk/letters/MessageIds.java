package app.carddesk.letters;

import java.util.UUID;

/** The identifiers of our mails (RFC 5322, 3.6.4): the same for a letter however often it is handed over. */
final class MessageIds {

    private MessageIds() {}

    static String of(UUID letter, String from) {
        String domain = from.replaceAll("^.*@", "").replaceAll("[^A-Za-z0-9.-].*$", "");
        return "<letter." + letter + "@" + (domain.isEmpty() ? "localhost" : domain) + ">";
    }
}
