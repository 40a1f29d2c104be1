package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Person;
import app.carddesk.access.SystemRun;
import app.carddesk.shared.Watchers;
import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Does the work of imports, one after another in the background. Asks nobody's permission. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private static final int BETWEEN_PROGRESS = 400;

    private final Importer importer;
    private final ImportRuns runs;
    private final ImportContents contents;
    private final ImportNotices notices;
    private final CurrentPerson current;
    private final SystemRun system;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final boolean secondPerson;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("card-imports").factory());
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private final Watchers watchers = new Watchers();
    private volatile boolean stopping;
    private volatile long lastProgress;

    ImportWorker(
            Importer importer,
            ImportRuns runs,
            ImportContents contents,
            ImportNotices notices,
            CurrentPerson current,
            SystemRun system,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            CardSettings settings) {
        this.importer = importer;
        this.runs = runs;
        this.contents = contents;
        this.notices = notices;
        this.current = current;
        this.system = system;
        this.events = events;
        this.transactions = transactions;
        this.secondPerson = settings.confirmImports();
    }

    /** Reads a file through, and imports it unless it has to wait for a second person. The file is gone afterwards. */
    void prepare(UUID id, Person by, Path file) {
        mine.add(id);
        worker.execute(() -> system.as(by, () -> {
            work(id, by, file);
            return true;
        }));
    }

    Runnable listen(Runnable listener) {
        return watchers.add(listener);
    }

    private void work(UUID id, Person by, Path file) {
        try {
            Optional<Importer.Prepared> prepared;
            try (InputStream in = read(file)) {
                prepared = importer.prepare(id, in, watch());
            }
            if (prepared.isEmpty()) {
                return;
            }
            if (secondPerson && prepared.get().census().bringsMoney()) {
                wait(id, by, file, prepared.get());
            } else {
                transactions.executeWithoutResult(status -> runs.again(id));
                try (InputStream in = read(file)) {
                    importer.run(id, by.id(), in, watch());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The file of the import {} cannot be read", id, e);
            runs.finish(id, ImportRun.State.FAILED, ImportRun.Problem.UNEXPECTED);
        } finally {
            mine.remove(id);
            CardImports.delete(file);
            tell();
        }
    }

    /** All of it or nothing waits: the file with its totals, and the news of it. */
    private void wait(UUID id, Person by, Path file, Importer.Prepared prepared) throws IOException {
        try (InputStream in = read(file)) {
            transactions.executeWithoutResult(status -> {
                try {
                    contents.keep(id, in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (runs.unconfirmed(id, prepared.content(), prepared.census())) {
                    events.publishEvent(new ImportAct(id, ImportAct.What.PREPARED));
                    notices.waits(id, by);
                } else {
                    contents.forget(id);
                    runs.noneTaken(id);
                    runs.finish(id, ImportRun.State.CANCELLED, null);
                }
            });
        }
    }

    /** Imports what a second person confirmed, in the background; the cards are those of whoever gave the file. */
    void confirmed(ImportRun run) {
        Person confirmer = current.get();
        mine.add(run.id());
        worker.execute(() -> system.as(confirmer, () -> {
            try (InputStream in = contents.open(run.id())) {
                transactions.executeWithoutResult(status -> runs.again(run.id()));
                importer.run(run.id(), run.startedBy(), in, watch());
                transactions.executeWithoutResult(status -> contents.forget(run.id()));
            } catch (IOException | RuntimeException e) {
                LOG.error("The import {} cannot be read any more", run.id(), e);
                runs.finish(run.id(), ImportRun.State.FAILED, ImportRun.Problem.UNEXPECTED);
            } finally {
                mine.remove(run.id());
                tell();
            }
            return true;
        }));
    }

    private static InputStream read(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private Importer.Watch watch() {
        return new Importer.Watch(() -> stopping, this::progress);
    }

    /** After each batch, but not more often than a person can follow. */
    private void progress() {
        long now = System.nanoTime();
        if (now - lastProgress > TimeUnit.MILLISECONDS.toNanos(BETWEEN_PROGRESS)) {
            lastProgress = now;
            tell();
        }
    }

    private void tell() {
        runs.alive(mine);
        watchers.tell();
    }

    /** Lets the batch that is being written come to its end, and no other begin. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
            LOG.warn("An import did not stop in time");
        }
    }
}
