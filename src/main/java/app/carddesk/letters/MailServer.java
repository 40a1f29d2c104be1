package app.carddesk.letters;

import app.carddesk.shared.MailAddress;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mail server as {@code spring.mail} names it. What the administrator says under {@code spring.mail.properties}
 * stands; what they do not say is as here: encrypted, its certificate checked, and with limits for each answer.
 */
final class MailServer {

    /** In milliseconds: nobody waits for a mail server that does not answer. */
    private static final String CONNECT = "10000";

    private static final String ANSWER = "60000";

    private static final String TRUE = "true";
    private static final String FALSE = "false";
    private static final String SECURE_PROTOCOL = "smtps";
    private static final String SOCKETS = "socketFactory";
    private static final int SOCKS_PORT = 1080;

    private final JavaMailSenderImpl named;
    private final MailSettings settings;
    private final Session given;
    private final String protocol;

    MailServer(JavaMailSenderImpl named, MailSettings settings) {
        this.named = named;
        this.settings = settings;
        this.given = named.getSession();
        this.protocol = Stream.of(named.getProtocol(), given.getProperty("mail.transport.protocol"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    /** By name or address, as the administrator wrote it. */
    String host() {
        return Stream.of(named.getHost(), given.getProperty(key("host")), given.getProperty("mail.host"))
                .filter(host -> host != null && !host.isBlank())
                .findFirst()
                .orElse("localhost");
    }

    /** Whom mail comes from: on its envelope, where the administrator says another than letters do. */
    MailAddress sender() {
        return Optional.ofNullable(given.getProperty(key("from")))
                .flatMap(MailAddress::read)
                .orElseGet(settings::sender);
    }

    /** Whether mail may leave in the clear to another machine. */
    boolean isExposed() {
        Properties properties = properties(false);
        return !isLoopback(host())
                && !protocol.equals(SECURE_PROTOCOL)
                && Stream.of("ssl.enable", "starttls.required")
                        .noneMatch(name -> TRUE.equalsIgnoreCase(String.valueOf(properties.get(key(name)))));
    }

    /** A connection for one mail, not opened yet. */
    MailTransport transport(Session session) {
        Object sockets = session.getProperties().get(key(SOCKETS));
        return new MailTransport(session, protocol, sockets instanceof MailSockets ours ? ours : new MailSockets(null));
    }

    /** Opens it, and signs in where there is a user. */
    void open(MailTransport transport) throws MessagingException {
        String user = said(named.getUsername());
        transport.connect(named.getHost(), named.getPort(), user, user == null ? null : named.getPassword());
    }

    /** @param utf8 whether an address beyond ASCII is to be told */
    Session session(boolean utf8) {
        return Session.getInstance(properties(utf8), new Authenticator() {
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

    private Properties properties(boolean utf8) {
        Properties properties = new Properties();
        given.getProperties().stringPropertyNames().forEach(name -> properties.put(name, given.getProperty(name)));
        properties.putAll(given.getProperties());
        properties.put("mail.mime.allowutf8", String.valueOf(utf8));
        String envelope = given.getProperty(key("from"));
        if (envelope == null || !StandardCharsets.US_ASCII.newEncoder().canEncode(envelope)) {
            properties.put(key("from"), sender().toString());
        }
        encrypt(properties);
        limit(properties);
        return properties;
    }

    private void encrypt(Properties properties) {
        boolean near = isLoopback(host());
        MailEncryption said = settings.encryption();
        MailEncryption encryption =
                Objects.requireNonNullElse(said, near ? MailEncryption.OFFERED : MailEncryption.DEMANDED);
        boolean without = FALSE.equalsIgnoreCase(String.valueOf(properties.get(key("starttls.enable"))));
        boolean demanded = encryption == MailEncryption.DEMANDED && !without;
        properties.putIfAbsent(key("starttls.enable"), String.valueOf(encryption != MailEncryption.OFF));
        properties.putIfAbsent(key("starttls.required"), String.valueOf(demanded));
        if (near && said == null && !properties.containsKey(key("ssl.checkserveridentity"))) {
            // On this machine nobody stands between, and no certificate names it.
            properties.putIfAbsent(key("ssl.trust"), host());
            properties.put(key("ssl.checkserveridentity"), FALSE);
        }
        properties.putIfAbsent(key("ssl.checkserveridentity"), TRUE);
    }

    private void limit(Properties properties) {
        String proxy = properties.getProperty(key("socks.host"));
        MailSockets sockets = new MailSockets(proxy == null ? null : proxy(properties, proxy));
        if (!properties.containsKey(key("socketFactory.class"))) {
            properties.putIfAbsent(key(SOCKETS), sockets);
            properties.put(key("socketFactory.fallback"), FALSE);
        }
        if (properties.get(key("ssl.socketFactory")) instanceof SSLSocketFactory said) {
            properties.put(key("ssl.socketFactory"), new MailSecureSockets(said, sockets));
        }
        properties.putIfAbsent(key("connectiontimeout"), CONNECT);
        properties.putIfAbsent(key("timeout"), ANSWER);
        properties.putIfAbsent(key("writetimeout"), ANSWER);
    }

    private InetSocketAddress proxy(Properties properties, String host) {
        int colon = host.indexOf(':');
        String port = colon < 0 ? properties.getProperty(key("socks.port")) : host.substring(colon + 1);
        return new InetSocketAddress(
                colon < 0 ? host : host.substring(0, colon), port == null ? SOCKS_PORT : Integer.parseInt(port));
    }

    /** By what is written alone: nobody is asked for what a name stands for. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private String key(String name) {
        return "mail." + protocol + "." + name;
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
