package app.carddesk.evidence.reuse;

import app.carddesk.evidence.PageCopies;
import app.carddesk.evidence.PagesChanged;
import app.carddesk.evidence.ProofChanged;
import app.carddesk.evidence.reuse.ReuseRows.Waiting;
import app.carddesk.shared.RecurringTrouble;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks each page that is kept up among all others, after the fact: nobody waits for it. What is to be done stands in
 * the database with the proof itself, so a crash loses nothing; one thread does it, page by page, and whatever goes wrong
 * with a page costs no more than its flags.
 */
@Component
public class Reuse implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Reuse.class);

    /** How long a page that was begun is left to whoever began it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** How long a page that is being looked up holds up the end of the application. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int MOST_ATTEMPTS = 3;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ReuseRows rows;
    private final Lookup lookup;
    private final PageCopies copies;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private volatile boolean stopping;
    private final ReentrantLock lookedUp = new ReentrantLock();
    private final Condition pageDone = lookedUp.newCondition();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("proof-reuse").daemon().factory());

    private final RecurringTrouble unseen = new RecurringTrouble();

    Reuse(
            ReuseRows rows,
            Lookup lookup,
            PageCopies copies,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.lookup = lookup;
        this.copies = copies;
        this.transactions = transactions;
        this.events = events;
    }

    /** Takes up what was left, and looks now and then for what another node has left. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = worker.scheduleWithFixedDelay(this::work, 0, LEASE.toSeconds(), TimeUnit.SECONDS);
    }

    @EventListener
    void on(PagesChanged changed) {
        rows.await(changed.proof());
        wakeAfterCommit();
    }

    /** A removed proof is found by no other; put back, it is looked up anew. */
    @EventListener
    void on(ProofChanged changed) {
        if (changed.what() == ProofChanged.What.REMOVED) {
            rows.forget(changed.proof());
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                worker.execute(this::work);
            } catch (RejectedExecutionException over) {
                LOG.debug("Pages that wait are looked up after the next start");
            }
        }
    }

    /** Waits until nothing of an owner waits to be looked up, or patience has ended. */
    void settle(UUID owner, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        lookedUp.lock();
        try {
            long left = patience.toNanos();
            while (left > 0 && rows.isAwaited(owner)) {
                // Another node may be at it, of which nobody is told here.
                var _ = pageDone.awaitNanos(Math.min(left, LOOK_AGAIN.toNanos()));
                left = end - System.nanoTime();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            lookedUp.unlock();
        }
    }

    private void tellDone() {
        lookedUp.lock();
        try {
            pageDone.signalAll();
        } finally {
            lookedUp.unlock();
        }
    }

    /** Looks up everything that waits; runs on one thread, which nothing ends but the application. */
    void work() {
        awake.set(false);
        try {
            Optional<Waiting> next = rows.next();
            while (next.isPresent() && !stopping) {
                if (rows.take(next.get(), LEASE)) {
                    attempt(next.get());
                    tellDone();
                }
                next = rows.next();
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("Pages cannot be looked up now", unreachable);
        }
    }

    @SuppressWarnings("PMD.AvoidCatchingThrowable") // whatever a decoder throws, the next page is looked up
    private void attempt(Waiting page) {
        try {
            lookUp(page);
        } catch (Throwable failed) {
            unseen.tell(more ->
                    LOG.warn("Page {} of proof {} could not be looked up{}", page.page(), page.proof(), more, failed));
            if (page.attempts() + 1 >= MOST_ATTEMPTS) {
                rows.end(page.id(), "FAILED");
            }
        }
    }

    private void lookUp(Waiting page) {
        List<ReuseRows.Other> same = rows.same(page.proof(), page.page());
        transactions.executeWithoutResult(status -> same.forEach(other -> flag(page, other, Degree.SAME)));
        Optional<BufferedImage> picture = copies.copy(page.proof(), page.page()).map(JpegCopies::read);
        if (picture.isPresent()) {
            List<Fingerprint> fingerprints = Fingerprints.toLookUp(picture.get());
            // Written and committed before it is looked up: of two pages that come at once, the later sees the other.
            transactions.executeWithoutResult(status -> rows.write(page.id(), fingerprints.getFirst()));
            List<ReuseRows.Other> nearly = lookup.same(page.proof(), picture.get(), fingerprints);
            transactions.executeWithoutResult(status -> nearly.forEach(other -> flag(page, other, Degree.NEARLY)));
        }
        rows.end(page.id(), "DONE");
    }

    private void flag(Waiting page, ReuseRows.Other other, Degree degree) {
        if (rows.flag(page.proof(), page.page(), other, degree)) {
            rows.ownersOf(page.proof(), other.proof()).forEach(owner -> events.publishEvent(new ReuseFound(owner)));
        }
    }

    @Override
    public void destroy() {
        // Never interrupted: that would close the files of an embedded database under everybody else.
        stopping = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A page is still being looked up; it is taken up again after the next start");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
