package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForAdministrators;
import app.carddesk.access.Person;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RedemptionCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports of cards and of replacement stock from files, one after another in the background. See {@link ImportColumn}
 * for what a file holds.
 */
@Service
@ForAdministrators
public class CardImports {

    private static final Logger LOG = LoggerFactory.getLogger(CardImports.class);

    private static final int SHOWN = 20;
    private static final int LONGEST_NAME = 120;
    private static final int REFUSALS_AT_ONCE = 1_000;

    private final ImportWorker worker;
    private final ImportContents contents;
    private final ImportRuns runs;
    private final CurrentPerson current;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Path folder;
    private final long limit;

    CardImports(
            ImportWorker worker,
            ImportContents contents,
            ImportRuns runs,
            CurrentPerson current,
            Ids ids,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Installation installation,
            CardSettings settings) {
        this.worker = worker;
        this.contents = contents;
        this.runs = runs;
        this.current = current;
        this.ids = ids;
        this.events = events;
        this.transactions = transactions;
        this.folder = installation.data().resolve("incoming");
        this.limit = settings.importLimit().toBytes();
        clearFolder();
    }

    /** What came of receiving a file. */
    public sealed interface Receiving {

        /** It is on disk and will be imported. */
        record Received(UUID run) implements Receiving {}

        /** It has more bytes than may be, counted here. Nothing of it is kept. */
        record TooLarge(long limit) implements Receiving {}
    }

    /**
     * Takes a file in and reads it through in the background. What brings no money is then imported in the name of who
     * is signed in; what does waits for a second person, and until then nothing of it is in the register.
     */
    public Receiving receive(String fileName, InputStream content) throws IOException {
        Person by = current.get();
        UUID id = ids.next();
        Path file = Files.createTempFile(Files.createDirectories(folder), "import", ".csv");
        long bytes;
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes = copy(content, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (bytes > limit) {
            Files.delete(file);
            return new Receiving.TooLarge(limit);
        }
        transactions.executeWithoutResult(status -> {
            runs.begin(id, harmless(fileName), bytes, by.id());
            events.publishEvent(new ImportAct(id, ImportAct.What.RECEIVED));
        });
        worker.prepare(id, by, file);
        return new Receiving.Received(id);
    }

    /** The newest imports, the newest first. */
    public List<ImportRun> recent() {
        return runs.newest(SHOWN);
    }

    public Optional<ImportRun> find(UUID run) {
        return runs.find(run);
    }

    /**
     * Asks an import to stop after the batch it is at. What was taken before stays; of one that waits for a second person
     * nothing was taken, and nothing is kept.
     */
    public void cancel(UUID run) {
        transactions.executeWithoutResult(status -> {
            runs.lock(run)
                    .filter(waits -> waits.state() == ImportRun.State.UNCONFIRMED)
                    .ifPresent(waits -> {
                        runs.noneTaken(run);
                        runs.finish(run, ImportRun.State.CANCELLED, null);
                        contents.forget(run);
                    });
            runs.askToCancel(run);
            events.publishEvent(new ImportAct(run, ImportAct.What.CANCELLED));
        });
    }

    /**
     * Hands over every refused row in the order of the file, a part at a time, so that any number fits into memory. Taking
     * them out is an act.
     */
    public void refusals(UUID run, Consumer<Refusal> each) {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ImportAct(run, ImportAct.What.REFUSALS_TAKEN_OUT)));
        long line = 0;
        while (true) {
            List<Refusal> part = runs.refusals(run, line, REFUSALS_AT_ONCE);
            part.forEach(each);
            if (part.size() < REFUSALS_AT_ONCE) {
                return;
            }
            line = part.getLast().line();
        }
    }

    /**
     * Calls {@code listener} whenever an import has come further; from another thread, and briefly.
     *
     * @return what ends it
     */
    public Runnable listen(Runnable listener) {
        return worker.listen(listener);
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long count = 0;
        int read;
        while (count <= limit && (read = in.read(buffer)) >= 0) {
            count += read;
            out.write(buffer, 0, read);
        }
        return count;
    }

    /** A name someone gave to a file, without folders and without anything that may be a code. */
    private static String harmless(String fileName) {
        String name =
                fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
        if (RedemptionCodes.containsCode(fileName)
                || RedemptionCodes.containsCode(name)
                || RedemptionCodes.startsLikeCode(name)) {
            return "…";
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Files of a process that ended hold codes in the clear; nobody will import them any more. */
    private void clearFolder() {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                left.forEach(CardImports::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("A file that was imported cannot be deleted; it may hold redemption codes: {}", file, e);
        }
    }
}
