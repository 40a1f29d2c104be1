package app.carddesk.letters;

import app.carddesk.cases.CaseFile;
import app.carddesk.evidence.link.LinkMail;
import app.carddesk.evidence.link.LinkMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends one-time links by mail, while the customer waits on the telephone: once, in the background, and whoever asked is
 * told at once what became of it. There is a mail server if {@code spring.mail.host} names one.
 */
@Component
class LinkMailer implements LinkMail, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMailer.class);
    private static final int THREADS = 2;
    private static final int WAITING = 50;

    private final ObjectProvider<JavaMailSender> server;
    private final CaseFile cases;
    private final MailSettings settings;

    private final ExecutorService postman = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("link-mail-", 1).daemon(true).factory());

    LinkMailer(ObjectProvider<JavaMailSender> server, CaseFile cases, MailSettings settings) {
        this.server = server;
        this.cases = cases;
        this.settings = settings;
    }

    @Override
    public boolean isReady() {
        return server.getIfAvailable() != null;
    }

    @Override
    public Optional<String> addressOf(UUID owner) {
        return cases.customerEmail(owner);
    }

    @Override
    public void send(UUID owner, LinkMessage message, Consumer<Outcome> told) {
        JavaMailSender sender = server.getIfAvailable();
        Optional<String> address = addressOf(owner);
        if (sender == null || address.isEmpty()) {
            told.accept(Outcome.FAILED);
            return;
        }
        try {
            postman.execute(() -> told.accept(send(sender, address.get(), message)));
        } catch (RejectedExecutionException full) {
            told.accept(Outcome.BUSY);
        }
    }

    private Outcome send(JavaMailSender sender, String address, LinkMessage message) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(address);
            helper.setSubject(message.subject());
            helper.setText(message.text());
            sender.send(mail);
            return Outcome.SENT;
        } catch (MailException | MessagingException failed) {
            // The server's own words may repeat the address, so only their kind is logged.
            LOG.warn("The mail server took no link: {}", failed.getClass().getSimpleName());
            return Outcome.FAILED;
        }
    }

    @Override
    public void destroy() {
        postman.shutdownNow();
    }
}
