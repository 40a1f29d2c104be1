package app.carddesk.letters;

import app.carddesk.shared.MailAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves, by configuration under {@code carddesk.mail}; the server itself is {@code spring.mail}.
 *
 * @param from whom mail comes from, and whom customers answer
 * @param contact where letters tell customers to write (terms, section 12); the sender's address where nothing is said
 * @param encryption whether it leaves encrypted; where nothing is said, it does, or as the server offers on this machine
 * @param firstRetry how long after a first failure a letter is tried again; each further time it is three times as long
 * @param longestRetry the longest time between two tries
 * @param attempts after how many a letter is given up
 */
@ConfigurationProperties("carddesk.mail")
record MailSettings(
        @DefaultValue("carddesk@localhost") String from,
        @Nullable String contact,
        @Nullable MailEncryption encryption,
        @DefaultValue("PT1M") Duration firstRetry,
        @DefaultValue("PT6H") Duration longestRetry,
        @DefaultValue("10") int attempts) {

    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<([^<>]+)>\\s*");

    MailSettings {
        if (MailAddress.read(bare(from)).isEmpty()) {
            throw new IllegalArgumentException("carddesk.mail.from must be an address that mail can come from as it is"
                    + " written, with a name before it or not: Support <support@example.com>");
        }
    }

    static MailSettings from(String from) {
        return new MailSettings(from, null, null, Duration.ofMinutes(1), Duration.ofHours(6), 10);
    }

    String contactLine() {
        return contact == null || contact.isBlank() ? bare(from) : contact;
    }

    /** The address mail comes from. */
    MailAddress sender() {
        return MailAddress.read(bare(from)).orElseThrow();
    }

    /** The name that stands before the address; empty where there is none. */
    String senderName() {
        Matcher named = NAMED.matcher(from);
        return named.matches() ? named.group(1) : "";
    }

    private static String bare(String from) {
        Matcher named = NAMED.matcher(from);
        return named.matches() ? named.group(2).strip() : from.strip();
    }
}
