package app.carddesk.letters;

import app.carddesk.access.SystemRun;
import app.carddesk.letters.mail.DeliveryNotice;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.letters.mail.Reading;
import app.carddesk.shared.FailedTurn;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox that mail comes back to, a few mails at a time. What Carddesk knows what to do with it does,
 * and marks it as handled only after that is committed: a process that dies in between does it once more, which changes
 * nothing. Everything else stays there, unread, for a person.
 */
@Component
class Inbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final int AT_ONCE = 20;

    /** A mail that cannot be taken in, again and again, is left to a person. */
    private static final int MOST_TRIES = 3;

    private final InboxSettings settings;
    private final Bounces bounces;
    private final Replies replies;
    private final SystemRun system;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile boolean stopping;
    private volatile InboxState state;
    private long validity;
    private long looked;
    private long failedOn;
    private int tries;
    private int left;

    Inbox(InboxSettings settings, Bounces bounces, Replies replies, SystemRun system, Clock clock) {
        this.settings = settings;
        this.bounces = bounces;
        this.replies = replies;
        this.system = system;
        this.clock = clock;
        this.state = settings.isSet() ? new InboxState.NotYet() : new InboxState.Off();
    }

    InboxState state() {
        return state;
    }

    @Override
    public void start() {
        if (!settings.isSet()) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("inbox").daemon().factory());
        long pause = settings.every().toMillis();
        var _ = started.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
        worker = started;
    }

    /** Before the database goes. Never interrupted: that would close the files of an embedded database. */
    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService started = worker;
        worker = null;
        if (started == null) {
            return;
        }
        started.shutdown();
        try {
            if (!started.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn(
                        "The mailbox is still being looked into; what is not handled yet is handled at the next start");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void round() {
        try {
            LOG.debug("{} mails handled", look());
        } catch (RuntimeException failed) {
            FailedTurn.tell(LOG, "The mailbox cannot be looked into now; the next round tries again", failed);
        }
    }

    /** What became of a mail in the mailbox. */
    private enum Fate {
        HANDLED,
        LEFT,
        /** Something here failed that may work another time. */
        AGAIN
    }

    /** Takes in what has arrived, and says how many mails were handled. */
    int look() {
        int handled = 0;
        try (Mailbox mailbox = Mailbox.open(settings)) {
            if (mailbox.validity() != validity) {
                validity = mailbox.validity();
                looked = 0;
            }
            Mailbox.Batch batch = mailbox.unread(looked, AT_ONCE);
            boolean again = false;
            for (Mailbox.Item item : batch.unread()) {
                Fate fate = stopping ? Fate.AGAIN : look(mailbox, item);
                again = fate == Fate.AGAIN;
                if (again) {
                    break;
                }
                looked = item.uid();
                handled += fate == Fate.HANDLED ? 1 : 0;
                left += fate == Fate.LEFT ? 1 : 0;
            }
            looked = again ? looked : batch.upTo();
            state = new InboxState.Fine(clock.instant(), left);
        } catch (MessagingException failed) {
            failing(Mailbox.trouble(failed));
        }
        return handled;
    }

    private Fate look(Mailbox mailbox, Mailbox.Item item) throws MessagingException {
        if (item.uid() == failedOn && tries >= MOST_TRIES) {
            return Fate.LEFT;
        }
        try {
            boolean done = mailbox.read(item) instanceof Reading.Read(IncomingMail mail) && takeIn(mail);
            if (done) {
                mailbox.handled(item);
            }
            return done ? Fate.HANDLED : Fate.LEFT;
        } catch (IOException | MessagingException | RuntimeException failed) {
            tries = item.uid() == failedOn ? tries + 1 : 1;
            failedOn = item.uid();
            // Messages of exceptions may repeat what the mail says.
            LOG.warn(
                    "A mail could not be taken in, {}. time: {}",
                    tries,
                    failed.getClass().getName());
            if (failed instanceof MessagingException broken && !mailbox.isOpen()) {
                throw broken;
            }
            return tries < MOST_TRIES ? Fate.AGAIN : Fate.LEFT;
        }
    }

    /** In a transaction that has ended when this returns; false if Carddesk does not know what to do with the mail. */
    private boolean takeIn(IncomingMail mail) {
        DeliveryNotice notice = mail.notice();
        if (notice == null) {
            return system.asCarddesk(() -> replies.fileKnown(mail));
        }
        return switch (system.asCarddesk(() -> bounces.take(notice))) {
            case TakenNotice.CameBack _, TakenNotice.Delayed _, TakenNotice.NothingNew _ -> true;
            case TakenNotice.OwnCase _, TakenNotice.NotOurs _ -> false;
        };
    }

    /** Logged once, until something changes. */
    private void failing(InboxState.Trouble why) {
        if (state instanceof InboxState.Failing(Instant since, InboxState.Trouble before)) {
            state = new InboxState.Failing(since, why);
            if (before == why) {
                return;
            }
        } else {
            state = new InboxState.Failing(clock.instant(), why);
        }
        LOG.warn("The mailbox cannot be looked into: {}", why);
    }
}
