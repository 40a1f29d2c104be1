package app.carddesk.letters;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server. */
final class MailTransport extends SMTPTransport {

    private static final String ENCRYPTED = "smtps";

    MailTransport(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals(ENCRYPTED));
    }

    /** Whether the server carries addresses beyond ASCII (RFC 6531); known once it is connected. */
    boolean carriesUtf8() {
        return supportsExtension("SMTPUTF8");
    }
}
