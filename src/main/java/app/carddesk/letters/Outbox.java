package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForOversight;
import app.carddesk.access.Role;
import app.carddesk.access.SystemRun;
import app.carddesk.letters.mail.DeliveryNotice;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.letters.mail.MailReader;
import app.carddesk.letters.mail.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, what waits and what came back; without words, and with addresses covered. */
@Service
@ForOversight
public class Outbox {

    private final LetterStore letters;
    private final MailCarrier carrier;
    private final MailHalts halts;
    private final Inbox inbox;
    private final Bounces bounces;
    private final InboxSettings settings;
    private final CurrentPerson person;
    private final SystemRun system;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(
            LetterStore letters,
            MailCarrier carrier,
            MailHalts halts,
            Inbox inbox,
            Bounces bounces,
            InboxSettings settings,
            CurrentPerson person,
            SystemRun system,
            Clock clock,
            ApplicationEventPublisher events) {
        this.letters = letters;
        this.carrier = carrier;
        this.halts = halts;
        this.inbox = inbox;
        this.bounces = bounces;
        this.settings = settings;
        this.person = person;
        this.system = system;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A letter on its way.
     *
     * @param address with everything before the at sign covered but the first character; null on paper
     * @param bounceWords what the mail system said when it came back, with addresses covered and codes masked
     */
    public record Line(
            Letter letter,
            @Nullable String address,
            @Nullable String bounceWords) {

        /** Nothing personal, because records are written into messages and logs. */
        @Override
        public String toString() {
            return "Line[" + letter.id() + "]";
        }
    }

    /** What came of trying a letter once more. */
    public enum Retried {
        WAITS,
        /** It is on its way, or has left. */
        NOT_HERE,
        /** Nobody has said where to; the case's page is the place to say so. */
        NO_ADDRESS
    }

    /** How mail stands that is to leave. */
    @Transactional(readOnly = true)
    public MailStanding standing() {
        return halts.standing(carrier);
    }

    /** How the mailbox stands that mail comes back to. */
    public InboxState inbox() {
        return inbox.state();
    }

    /** The most bytes of a mail, for screens that want to say so before anything is sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long mostBytes() {
        return settings.maxMail().toBytes();
    }

    /** What came of a mail that somebody gave because it was returned. */
    public sealed interface Given {

        record Notice(TakenNotice what) implements Given {}

        /** A mail, but no notice of a delivery. */
        record NoNotice() implements Given {}

        record Unreadable(Reading why) implements Given {}
    }

    /**
     * Takes in a mail system's notice that somebody has as a file. Takes as long as the sender takes, so never call it
     * while holding a user interface or a transaction.
     *
     * @throws IOException if it breaks off
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Given give(InputStream content) throws IOException {
        Reading reading = MailReader.read(content, settings.maxMail().toBytes());
        if (!(reading instanceof Reading.Read(IncomingMail mail))) {
            return new Given.Unreadable(reading);
        }
        DeliveryNotice notice = mail.notice();
        if (notice == null) {
            return new Given.NoNotice();
        }
        // An administrator alone works on no case; what the mail system says is then told by Carddesk.
        boolean works = person.has(Role.SUPERVISOR) || person.has(Role.AGENT);
        return new Given.Notice(works ? bounces.take(notice) : system.asCarddesk(() -> bounces.take(notice)));
    }

    /** Letters in these states, or all where none is named, newest first. */
    @Transactional(readOnly = true)
    public List<Line> page(Collection<LetterState> states, int offset, int limit) {
        return letters.page(states, offset, limit);
    }

    /** How many letters are in each state; those without any are not there. */
    @Transactional(readOnly = true)
    public Map<LetterState, Integer> counts() {
        return letters.counts();
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
        halts.hurry();
        events.publishEvent(LetterChanged.of(letter, LetterAct.RETRIED, letter.problem()));
        return Retried.WAITS;
    }
}
