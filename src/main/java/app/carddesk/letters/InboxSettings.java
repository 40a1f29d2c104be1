package app.carddesk.letters;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The mailbox that mail to {@code carddesk.mail.from} arrives in, by configuration under {@code carddesk.mail.inbox}.
 *
 * @param host the IMAP server; without one no mailbox is looked into
 * @param port 0 stands for the usual one
 * @param ssl whether the connection is encrypted from the start; otherwise as soon as the server offers it
 * @param folder where mail arrives
 * @param handled where mail goes that Carddesk has dealt with; where nothing is said it stays, marked as read
 * @param every how often it is looked into
 * @param maxMail the most bytes of a mail that is read
 */
@ConfigurationProperties("carddesk.mail.inbox")
record InboxSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("INBOX") String folder,
        @Nullable String handled,
        @DefaultValue("PT1M") Duration every,
        @DefaultValue("25MB") DataSize maxMail) {

    InboxSettings {
        if (every.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("carddesk.mail.inbox.every must be at least five seconds");
        }
    }

    boolean isSet() {
        return host != null && !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InboxSettings[" + host + ", " + folder + "]";
    }
}
