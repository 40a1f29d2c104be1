package app.carddesk.letters;

import app.carddesk.shared.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, and knows what its answers mean. */
@Component
class MailCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** The answers of a mail server from here on are final (RFC 5321, 4.2.1). */
    private static final int FINAL = 500;

    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;

    MailCarrier(ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
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
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null) {
            return new Delivery.Later(LetterProblem.UNREACHABLE);
        }
        try {
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(address);
            helper.setSubject(text.subject());
            helper.setText(text.body());
            mail.setContentLanguage(new String[] {language.locale().toLanguageTag()});
            mail.setHeader("Message-ID", MessageIds.of(letter, settings.from()));
            sender.send(mail);
            return new Delivery.Taken();
        } catch (MailException | MessagingException failed) {
            Delivery answer = meaning(failed);
            // The server's own words may repeat the address, so only their kind is told.
            LOG.debug("The mail server did not take the letter {}: {}", letter, answer);
            return answer;
        }
    }

    static Delivery meaning(Exception failed) {
        if (failed instanceof MailAuthenticationException) {
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
                if (next instanceof MailSendException several) {
                    for (Exception one : several.getMessageExceptions()) {
                        offer(open, one);
                    }
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
