package app.carddesk.cards;

import app.carddesk.access.SystemRun;
import app.carddesk.shared.FailedTurn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Throws away imports that nobody confirmed in time, and files that belong to imports that are over. */
@Component
class ImportSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);

    private final ImportRuns runs;
    private final ImportContents contents;
    private final ImportNotices notices;
    private final SystemRun system;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Duration waits;

    ImportSweep(
            ImportRuns runs,
            ImportContents contents,
            ImportNotices notices,
            SystemRun system,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock,
            CardSettings settings) {
        this.runs = runs;
        this.contents = contents;
        this.notices = notices;
        this.system = system;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.waits = settings.importWaits();
    }

    @Scheduled(
            fixedDelayString = "${carddesk.cards.import-sweep:PT10M}",
            initialDelayString = "${carddesk.cards.import-sweep:PT10M}")
    void scheduled() {
        try {
            sweep();
        } catch (RuntimeException stuck) {
            FailedTurn.tell(
                    LOG, "Imports that nobody confirmed could not be thrown away; the next turn tries again", stuck);
        }
    }

    void sweep() {
        List<ImportRun> old = runs.waiting().stream()
                .filter(run -> run.startedAt().plus(waits).isBefore(clock.instant()))
                .toList();
        system.asCarddesk(() -> {
            old.forEach(this::expire);
            return old;
        });
        transaction.executeWithoutResult(status -> contents.forgetOver());
    }

    private void expire(ImportRun run) {
        transaction.executeWithoutResult(status -> {
            boolean waitsStill = runs.lock(run.id())
                    .filter(now -> now.state() == ImportRun.State.UNCONFIRMED)
                    .isPresent();
            if (waitsStill) {
                runs.noneTaken(run.id());
                runs.finish(run.id(), ImportRun.State.EXPIRED, null);
                contents.forget(run.id());
                events.publishEvent(new ImportAct(run.id(), ImportAct.What.EXPIRED));
                notices.notTaken(run, null);
            }
        });
    }
}
