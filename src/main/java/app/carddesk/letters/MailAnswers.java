package app.carddesk.letters;

import app.carddesk.letters.MailCarrier.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server means that does not take a mail: this one never, this one not now, or none at all. */
final class MailAnswers {

    /** The answers of a mail server from here on are final (RFC 5321, 4.2.1). */
    private static final int FINAL = 500;

    private static final int REFUSAL = 400;

    /** Who sends, or that it be encrypted, has to be said first (RFC 4954, 6; RFC 3207, 4). */
    private static final Set<Integer> SIGN_IN_NEEDED = Set.of(530, 534, 535, 538);

    private MailAnswers() {}

    static Delivery meaning(MailTransport transport, MessagingException failed) {
        Set<Throwable> causes = causes(failed);
        int code = transport.answer();
        if (has(causes, UnknownHostException.class)) {
            return new Delivery.Halted(MailTrouble.UNKNOWN_HOST);
        }
        if (transport.step() != MailTransport.Step.CONNECTING && SIGN_IN_NEEDED.contains(code)) {
            return new Delivery.Halted(MailTrouble.SIGN_IN_NEEDED);
        }
        return switch (transport.step()) {
            case CONNECTING -> connecting(transport, causes, code);
            case SENDER -> code >= FINAL ? new Delivery.Halted(MailTrouble.SENDER_REFUSED) : later(code);
            case RECIPIENT -> recipient(causes, code);
            case MAIL -> answer(code, LetterProblem.LETTER_REFUSED);
        };
    }

    private static Delivery connecting(MailTransport transport, Set<Throwable> causes, int code) {
        if (has(causes, SSLException.class)) {
            return new Delivery.Halted(MailTrouble.CERTIFICATE);
        }
        if (transport.isRefusedEncryption()) {
            return new Delivery.Halted(MailTrouble.NO_STARTTLS);
        }
        boolean asked = has(causes, AuthenticationFailedException.class);
        if (code >= FINAL || (asked && code >= 0 && code < REFUSAL)) {
            return new Delivery.Halted(
                    asked
                            ? MailTrouble.SIGN_IN
                            : SIGN_IN_NEEDED.contains(code) ? MailTrouble.SIGN_IN_NEEDED : MailTrouble.NOT_WELCOME);
        }
        return code >= REFUSAL ? later(code) : new Delivery.Later(LetterProblem.UNREACHABLE);
    }

    private static Delivery recipient(Set<Throwable> causes, int code) {
        return causes.stream()
                .flatMap(cause -> cause instanceof SMTPAddressFailedException refused
                        ? Stream.of(refused.getReturnCode())
                        : Stream.empty())
                .findFirst()
                .map(refused -> SIGN_IN_NEEDED.contains(refused)
                        ? new Delivery.Halted(MailTrouble.SIGN_IN_NEEDED)
                        : answer(refused, LetterProblem.ADDRESS_REFUSED))
                .orElseGet(() -> later(code));
    }

    private static Delivery answer(int code, LetterProblem why) {
        return code >= FINAL ? new Delivery.Never(why) : later(code);
    }

    /** A code below those of answers means that the connection broke off. */
    private static Delivery later(int code) {
        return new Delivery.Later(code > 0 ? LetterProblem.LATER : LetterProblem.UNREACHABLE);
    }

    private static boolean has(Set<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
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
