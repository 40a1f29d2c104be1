package app.carddesk.letters;

import app.carddesk.shared.Language;
import app.carddesk.shared.MailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Writes all mail that leaves, and hands it to the mail server. */
@Component
class MailCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final ObjectProvider<JavaMailSenderImpl> server;
    private final MailSettings settings;
    private final Clock clock;

    MailCarrier(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A mail to one address.
     *
     * @param to as it is read
     * @param id the Message-ID; null where any will do
     */
    record Mail(
            String to,
            Language language,
            String subject,
            String body,
            @Nullable String id) {

        /** Nothing personal, because records are written into messages and logs. */
        @Override
        public String toString() {
            return "Mail[" + id + "]";
        }
    }

    /** What became of a letter that was handed over. */
    sealed interface Delivery {

        record Taken() implements Delivery {}

        /** Not now; another time it may be. */
        record Later(LetterProblem why) implements Delivery {}

        record Never(LetterProblem why) implements Delivery {}

        /** No mail at all leaves, whatever it says and wherever it goes. */
        record Halted(MailTrouble why) implements Delivery {}
    }

    /** Whether a mail server is named. */
    boolean isReady() {
        return server.getIfAvailable() != null;
    }

    /**
     * Blocks as long as the mail server takes, so never called in a transaction. A letter that is handed over once more,
     * because the answer to the first time was lost, has the same identifier: mail systems know it again by that.
     */
    Delivery hand(UUID letter, Language language, String address, LetterText text) {
        return hand(new Mail(
                address,
                language,
                text.subject(),
                text.body(),
                MessageIds.of(letter, settings.sender().toString())));
    }

    /** The same for mail that is no letter. */
    Delivery hand(Mail mail) {
        JavaMailSenderImpl sender = server.getIfAvailable();
        if (sender == null) {
            return new Delivery.Later(LetterProblem.UNREACHABLE);
        }
        Optional<MailAddress> to = MailAddress.read(mail.to());
        return to.isEmpty()
                ? new Delivery.Never(LetterProblem.ADDRESS_READS_OTHERWISE)
                : hand(mail, to.get(), new MailServer(sender, settings));
    }

    /** Where an address beyond ASCII is concerned, and nowhere else, the server is asked for SMTPUTF8. */
    private Delivery hand(Mail mail, MailAddress to, MailServer server) {
        boolean utf8Sender = server.sender().needsUtf8() || settings.sender().needsUtf8();
        boolean utf8 = to.needsUtf8() || utf8Sender;
        Session session = server.session(utf8);
        try (Connection connection = new Connection(server.transport(session))) {
            MailTransport transport = connection.transport();
            try {
                server.open(transport);
                if (utf8 && !transport.carriesUtf8()) {
                    return utf8Sender
                            ? new Delivery.Halted(MailTrouble.SENDER_REFUSED)
                            : new Delivery.Never(LetterProblem.ADDRESS_NEEDS_SMTPUTF8);
                }
                MimeMessage written = written(mail, to, session);
                transport.sendMessage(written, written.getAllRecipients());
                return new Delivery.Taken();
            } catch (MessagingException failed) {
                Delivery answer = MailAnswers.meaning(transport, failed);
                // The server's own words may repeat the address, so only their kind is told.
                LOG.debug("The mail server did not take {}: {}", mail, answer);
                return answer;
            }
        }
    }

    /** Tries, without any mail, whether one would leave; what is wrong if it is known that none does. */
    Optional<MailTrouble> trouble() {
        JavaMailSenderImpl sender = server.getIfAvailable();
        return sender == null ? Optional.empty() : trouble(new MailServer(sender, settings));
    }

    private Optional<MailTrouble> trouble(MailServer server) {
        boolean utf8 = server.sender().needsUtf8();
        Session session = server.session(utf8);
        try (Connection connection = new Connection(server.transport(session))) {
            MailTransport transport = connection.transport();
            try {
                server.open(transport);
                if (utf8 && !transport.carriesUtf8()) {
                    return Optional.of(MailTrouble.SENDER_REFUSED);
                }
                transport.trySender();
                return Optional.empty();
            } catch (MessagingException failed) {
                return MailAnswers.meaning(transport, failed) instanceof Delivery.Halted(MailTrouble why)
                        ? Optional.of(why)
                        : Optional.empty();
            }
        }
    }

    /** How mail stands that is to leave, apart from what the server says. */
    MailStanding standing(@Nullable MailTrouble trouble, @Nullable Instant since) {
        JavaMailSenderImpl sender = server.getIfAvailable();
        if (sender == null) {
            return new MailStanding(null, false, settings.sender().toString(), null, null);
        }
        MailServer named = new MailServer(sender, settings);
        return new MailStanding(named.host(), named.isExposed(), named.sender().toString(), trouble, since);
    }

    /** Once a mail is taken, or not, nothing depends on how the server says good-bye. */
    private record Connection(MailTransport transport) implements AutoCloseable {

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException broken) {
                LOG.debug("The connection to the mail server broke off at its end", broken);
            }
        }
    }

    private MimeMessage written(Mail mail, MailAddress to, Session session) throws MessagingException {
        MimeMessage written = new MimeMessage(session);
        written.setFrom(address(settings.sender(), settings.senderName()));
        written.setRecipient(Message.RecipientType.TO, address(to, ""));
        written.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        written.setText(mail.body(), StandardCharsets.UTF_8.name());
        written.setContentLanguage(new String[] {mail.language().locale().toLanguageTag()});
        written.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        written.saveChanges();
        if (mail.id() != null) {
            written.setHeader("Message-ID", mail.id());
        }
        return written;
    }

    private static InternetAddress address(MailAddress address, String name) throws MessagingException {
        InternetAddress written = new InternetAddress();
        written.setAddress(address.toString());
        try {
            written.setPersonal(name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is not known", impossible);
        }
        return written;
    }
}
