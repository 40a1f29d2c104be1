package app.carddesk.audit;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForAdministrators;
import app.carddesk.access.Person;
import app.carddesk.access.SystemRun;
import app.carddesk.audit.VerificationRun.State;
import app.carddesk.audit.Verifier.Tally;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Watchers;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Verifies the whole trail in the background; the result is kept. */
@Service
@ForAdministrators
public class AuditVerification {

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

    /** How long after its last sign a verification counts as ended with its process. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int BETWEEN_PROGRESS = 400;

    private final Verifier verifier;
    private final VerificationRows rows;
    private final EndRows ends;
    private final CurrentPerson current;
    private final SystemRun system;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-verification").factory());
    private final Watchers watchers = new Watchers();
    private volatile boolean stopping;

    AuditVerification(
            Verifier verifier,
            VerificationRows rows,
            EndRows ends,
            CurrentPerson current,
            SystemRun system,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Ids ids,
            Clock clock) {
        this.verifier = verifier;
        this.rows = rows;
        this.ends = ends;
        this.current = current;
        this.system = system;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of asking for a verification. */
    public sealed interface Starting {

        record Started(UUID run) implements Starting {}

        /** One is under way; its result comes to the same place. */
        record AlreadyRunning() implements Starting {}
    }

    /** Begins to verify, in the name of who is signed in. */
    public synchronized Starting start() {
        rows.giveUp(clock.instant().minus(SILENCE));
        if (rows.isRunning(clock.instant().minus(SILENCE))) {
            return new Starting.AlreadyRunning();
        }
        Person by = current.get();
        UUID id = ids.next();
        rows.begin(id, by.id(), ends.noted(), clock.instant());
        worker.execute(() -> system.as(by, () -> {
            verify(id);
            return true;
        }));
        return new Starting.Started(id);
    }

    /** The newest verification, also one that still runs. */
    public Optional<VerificationRun> latest() {
        rows.giveUp(clock.instant().minus(SILENCE));
        return rows.latest();
    }

    /** What a verification found, as far as it is named. */
    public List<Finding> findings(UUID run) {
        return rows.findings(run);
    }

    /**
     * Calls {@code listener} whenever a verification has come further; from another thread, and briefly.
     *
     * @return what ends it
     */
    public Runnable listen(Runnable listener) {
        return watchers.add(listener);
    }

    private void verify(UUID id) {
        Tally tally = new Tally();
        State state = State.FAILED;
        try {
            Progress progress = new Progress(id, tally);
            if (verifier.verify(tally, progress::goOn)) {
                state = tally.findings.count() == 0 ? State.SOUND : State.BROKEN;
            }
        } catch (RuntimeException e) {
            LOG.error("The audit trail could not be verified", e);
        }
        State reached = state;
        transactions.executeWithoutResult(status -> {
            rows.end(id, reached, tally, clock.instant());
            events.publishEvent(new AuditActs.Verified(
                    id,
                    reached + " events=" + tally.events + " streams=" + tally.streams + " anchors=" + tally.anchors
                            + " outside=" + tally.outside + " findings=" + tally.findings.count()));
        });
        if (state == State.BROKEN) {
            LOG.error("The audit trail is not as it was written: {} findings", tally.findings.count());
        }
        watchers.tell();
    }

    /** Writes down how far it came, but not more often than a person can follow. */
    private final class Progress {

        private final UUID id;
        private final Tally tally;
        private long last = System.nanoTime();

        private Progress(UUID id, Tally tally) {
            this.id = id;
            this.tally = tally;
        }

        private boolean goOn() {
            if (System.nanoTime() - last > TimeUnit.MILLISECONDS.toNanos(BETWEEN_PROGRESS)) {
                last = System.nanoTime();
                rows.progress(id, tally, clock.instant());
                watchers.tell();
            }
            return !stopping;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A verification did not stop in time");
        }
    }
}
