package app.carddesk.cards;

import static org.awaitility.Awaitility.await;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Imports that wait for a second person, as they do outside the demo. */
@Component
public class TestImports {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Importer importer;
    private final ImportRuns runs;
    private final ImportContents contents;
    private final ImportNotices notices;
    private final CurrentPerson person;
    private final SystemRun system;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Installation installation;

    TestImports(
            Importer importer,
            ImportRuns runs,
            ImportContents contents,
            ImportNotices notices,
            CurrentPerson person,
            SystemRun system,
            Ids ids,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Installation installation) {
        this.importer = importer;
        this.runs = runs;
        this.contents = contents;
        this.notices = notices;
        this.person = person;
        this.system = system;
        this.ids = ids;
        this.events = events;
        this.transactions = transactions;
        this.installation = installation;
    }

    /** A file that brings money or codes, given by the person signed in; read through, and not taken yet. */
    public ImportRun waiting(String name, String file) throws IOException, InterruptedException {
        CardSettings settings = new CardSettings(Map.of(), DataSize.ofMegabytes(4), true, Duration.ofDays(7));
        ImportWorker worker =
                new ImportWorker(importer, runs, contents, notices, person, system, events, transactions, settings);
        try {
            CardImports imports =
                    new CardImports(worker, contents, runs, person, ids, events, transactions, installation, settings);
            CardImports.Receiving came =
                    imports.receive(name, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
            UUID run = ((CardImports.Receiving.Received) came).run();
            return await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> now(run), now -> now.state() == ImportRun.State.UNCONFIRMED);
        } finally {
            worker.stop();
        }
    }

    /** Whoever gave it takes it back, in a window of their own. */
    public void takeBack(UUID run) {
        transactions.executeWithoutResult(status -> {
            runs.noneTaken(run);
            runs.finish(run, ImportRun.State.CANCELLED, null);
            contents.forget(run);
        });
    }

    /** How an import ended. */
    public ImportRun over(UUID run) {
        return await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> now(run), now -> now.state().isOver());
    }

    /** How an import stands. */
    public ImportRun now(UUID run) {
        return runs.find(run).orElseThrow();
    }
}
