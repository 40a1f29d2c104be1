package app.carddesk.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to the mail server, which knows how far it came. */
final class MailTransport extends SMTPTransport {

    private static final String ENCRYPTED = "smtps";

    /** Answers from here on refuse something, for now or for good (RFC 5321, 4.2.1). */
    private static final int REFUSAL = 400;

    private static final int FINE = 250;

    private final MailSockets sockets;
    private volatile Step step = Step.CONNECTING;
    private volatile int refusal;

    MailTransport(Session session, String protocol, MailSockets sockets) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals(ENCRYPTED));
        this.sockets = sockets;
    }

    /** What was said last to the server. */
    enum Step {
        /** Up to signing in. */
        CONNECTING,
        SENDER,
        RECIPIENT,
        MAIL
    }

    Step step() {
        return step;
    }

    /**
     * The code of the answer that ended it; 0 or less where there was none. The first of a step counts: what is asked
     * after a refusal may find the connection gone.
     */
    int answer() {
        return refusal == 0 ? getLastReturnCode() : refusal;
    }

    /** Whether the server carries addresses beyond ASCII (RFC 6531); known once it is connected. */
    boolean carriesUtf8() {
        return supportsExtension("SMTPUTF8");
    }

    /** Whether the connection broke off because encryption is demanded and not offered. */
    boolean isRefusedEncryption() {
        return step == Step.CONNECTING
                && getRequireStartTLS()
                && !isSSL()
                && getLastReturnCode() == FINE
                && !supportsExtension("STARTTLS");
    }

    /** Asks whether the server takes mail from the session's sender, and sends none. */
    synchronized void trySender() throws MessagingException {
        mailFrom();
        simpleCommand("RSET");
    }

    private void begin(Step next) {
        step = next;
        refusal = 0;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (refusal == 0 && code >= REFUSAL && step != Step.CONNECTING) {
            refusal = code;
        }
        return code;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        begin(Step.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        begin(Step.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        begin(Step.MAIL);
        return super.data();
    }

    @Override
    protected OutputStream bdat() throws MessagingException {
        begin(Step.MAIL);
        return super.bdat();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        sockets.awaitEnd();
        super.finishData();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        sockets.awaitEnd();
        super.finishBdat();
    }

    @Override
    public synchronized void close() throws MessagingException {
        try {
            super.close();
        } finally {
            sockets.done();
        }
    }
}
