package app.carddesk.letters;

import app.carddesk.access.ForOversight;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, what waits and what came back; without words, and with addresses covered. */
@Service
@ForOversight
public class Outbox {

    private final LetterStore letters;
    private final MailCarrier carrier;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(LetterStore letters, MailCarrier carrier, Clock clock, ApplicationEventPublisher events) {
        this.letters = letters;
        this.carrier = carrier;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A letter on its way.
     *
     * @param address with everything before the at sign covered but the first character; null on paper
     */
    public record Line(Letter letter, @Nullable String address) {}

    /** What came of trying a letter once more. */
    public enum Retried {
        WAITS,
        /** It is on its way, or has left. */
        NOT_HERE,
        /** Nobody has said where to; the case's page is the place to say so. */
        NO_ADDRESS
    }

    /** Whether a mail server is named; without one letters wait. */
    public boolean hasServer() {
        return carrier.isReady();
    }

    /** Letters in this state, or all, newest first. */
    @Transactional(readOnly = true)
    public List<Line> page(@Nullable LetterState state, int offset, int limit) {
        return letters.page(state, offset, limit);
    }

    /** Lets a letter that waits or was given up go out with the next round. */
    @Transactional
    public Retried retry(UUID id) {
        Optional<Letter> found = letters.lock(id);
        if (found.isEmpty() || !found.get().state().isHere()) {
            return Retried.NOT_HERE;
        }
        Letter letter = found.get();
        if (letters.read(id).map(LetterCopy::address).isEmpty()) {
            return Retried.NO_ADDRESS;
        }
        Instant now = clock.instant();
        letters.again(letter, null, now);
        events.publishEvent(LetterChanged.of(letter, LetterAct.RETRIED, letter.problem()));
        return Retried.WAITS;
    }
}
