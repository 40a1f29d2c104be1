package app.carddesk.letters;

import app.carddesk.shared.MailAddress;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server as {@code spring.mail} names it. */
final class MailServer {

    private static final String ENVELOPE_SENDER = "from";

    private final JavaMailSenderImpl named;
    private final Session given;
    private final String protocol;

    MailServer(JavaMailSenderImpl named) {
        this.named = named;
        this.given = named.getSession();
        this.protocol = Objects.requireNonNullElseGet(
                named.getProtocol(),
                () -> Objects.requireNonNullElse(
                        given.getProperty("mail.transport.protocol"), JavaMailSenderImpl.DEFAULT_PROTOCOL));
    }

    /** Whom mail comes from on its envelope, where the administrator says another than letters do. */
    Optional<MailAddress> envelopeSender() {
        return Optional.ofNullable(given.getProperty(key(ENVELOPE_SENDER))).flatMap(MailAddress::read);
    }

    /** A session for one mail, with what the administrator says. */
    Session session(boolean utf8) {
        Properties properties = new Properties();
        given.getProperties().stringPropertyNames().forEach(name -> properties.put(name, given.getProperty(name)));
        properties.putAll(given.getProperties());
        properties.put("mail.mime.allowutf8", String.valueOf(utf8));
        envelopeSender().ifPresent(sender -> properties.put(key(ENVELOPE_SENDER), sender.toString()));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return given.requestPasswordAuthentication(
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getDefaultUserName());
            }
        });
    }

    /** Opens a connection of a session, and signs in where there is a user. */
    MailTransport connect(Session session) throws MessagingException {
        MailTransport transport = new MailTransport(session, protocol);
        String user = said(named.getUsername());
        transport.connect(named.getHost(), named.getPort(), user, user == null ? null : named.getPassword());
        return transport;
    }

    private String key(String name) {
        return "mail." + protocol + "." + name;
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
