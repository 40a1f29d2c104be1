package app.carddesk.letters;

import app.carddesk.shared.Language;
import app.carddesk.shared.MailAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Writes all mail that leaves, hands it to the mail server, and knows what its answers mean. */
@Component
class MailCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** The answers of a mail server from here on are final (RFC 5321, 4.2.1). */
    private static final int FINAL = 500;

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
                : hand(mail, to.get(), new MailServer(sender));
    }

    /** Where an address beyond ASCII is concerned, and nowhere else, the server is asked for SMTPUTF8. */
    private Delivery hand(Mail mail, MailAddress to, MailServer server) {
        MailAddress from = server.envelopeSender().orElse(settings.sender());
        boolean utf8 = to.needsUtf8() || from.needsUtf8() || settings.sender().needsUtf8();
        Session session = server.session(utf8);
        try (Connection connection = new Connection(server.connect(session))) {
            if (utf8 && !connection.transport().carriesUtf8()) {
                return to.needsUtf8()
                        ? new Delivery.Never(LetterProblem.ADDRESS_NEEDS_SMTPUTF8)
                        : new Delivery.Later(LetterProblem.SENDER_REFUSED);
            }
            MimeMessage written = written(mail, to, session);
            connection.transport().sendMessage(written, written.getAllRecipients());
            return new Delivery.Taken();
        } catch (MessagingException failed) {
            Delivery answer = meaning(failed);
            // The server's own words may repeat the address, so only their kind is told.
            LOG.debug("The mail server did not take {}: {}", mail, answer);
            return answer;
        }
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

    static Delivery meaning(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return new Delivery.Later(LetterProblem.SIGN_IN);
        }
        Delivery meaning = new Delivery.Later(LetterProblem.UNREACHABLE);
        for (Throwable cause : causes(failed)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return answer(refused.getReturnCode(), LetterProblem.ADDRESS_REFUSED);
            }
            if (cause instanceof SMTPSendFailedException refused) {
                meaning = answer(refused.getReturnCode(), LetterProblem.LETTER_REFUSED);
            }
        }
        return meaning;
    }

    /** A code below those of answers means that the connection broke off. */
    private static Delivery answer(int code, LetterProblem why) {
        if (code >= FINAL) {
            return new Delivery.Never(why);
        }
        return new Delivery.Later(code > 0 ? LetterProblem.LATER : LetterProblem.UNREACHABLE);
    }

    private static Set<Throwable> causes(Exception failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failed);
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (seen.add(next)) {
                offer(open, next.getCause());
                if (next instanceof MessagingException chained) {
                    offer(open, chained.getNextException());
                }
            }
        }
        return seen;
    }

    private static void offer(Deque<Throwable> open, @Nullable Throwable cause) {
        if (cause != null) {
            open.add(cause);
        }
    }
}
