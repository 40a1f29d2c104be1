package app.carddesk.letters;

import app.carddesk.cases.CaseFile;
import app.carddesk.evidence.link.LinkMail;
import app.carddesk.evidence.link.LinkMessage;
import app.carddesk.letters.MailCarrier.Delivery;
import app.carddesk.letters.MailCarrier.Mail;
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

    private final MailCarrier carrier;
    private final CaseFile cases;

    private final ExecutorService postman = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("link-mail-", 1).daemon(true).factory());

    LinkMailer(MailCarrier carrier, CaseFile cases) {
        this.carrier = carrier;
        this.cases = cases;
    }

    @Override
    public boolean isReady() {
        return carrier.isReady();
    }

    @Override
    public Optional<String> addressOf(UUID owner) {
        return cases.customerEmail(owner);
    }

    @Override
    public void send(UUID owner, LinkMessage message, Consumer<Outcome> told) {
        Optional<String> address = addressOf(owner);
        if (!isReady() || address.isEmpty()) {
            told.accept(Outcome.FAILED);
            return;
        }
        Mail mail = new Mail(address.get(), message.language(), message.subject(), message.text(), null);
        try {
            postman.execute(() -> told.accept(send(mail)));
        } catch (RejectedExecutionException full) {
            told.accept(Outcome.BUSY);
        }
    }

    private Outcome send(Mail mail) {
        return switch (carrier.hand(mail)) {
            case Delivery.Taken() -> Outcome.SENT;
            case Delivery.Never(LetterProblem why) -> failed(why);
            case Delivery.Later(LetterProblem why) -> failed(why);
            case Delivery.Halted(MailTrouble why) -> {
                LOG.warn("The mail server took no link, as it takes no mail: {}", why);
                yield Outcome.FAILED;
            }
        };
    }

    private static Outcome failed(LetterProblem why) {
        LOG.warn("The mail server took no link: {}", why);
        return switch (why) {
            case ADDRESS_NEEDS_SMTPUTF8, ADDRESS_READS_OTHERWISE -> Outcome.OTHER_ADDRESS;
            default -> Outcome.FAILED;
        };
    }

    @Override
    public void destroy() {
        postman.shutdownNow();
    }
}
