package app.carddesk.backup;

import app.carddesk.access.SystemRun;
import app.carddesk.backup.Backups.Written;
import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Installation;
import app.carddesk.startup.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes backups while Carddesk runs: every night where a folder is named, and whenever the command asks for one. */
@Component
class BackupSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
    private static final Pattern OURS =
            Pattern.compile("carddesk-\\d{8}T\\d{6}Z\\.backup(" + Pattern.quote(BackupWriter.UNFINISHED) + ")?");

    private final Backups backups;
    private final BackupSettings settings;
    private final Installation installation;
    private final SystemRun system;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    BackupSchedule(
            Backups backups,
            BackupSettings settings,
            Installation installation,
            SystemRun system,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.backups = backups;
        this.settings = settings;
        this.installation = installation;
        this.system = system;
        this.events = events;
        this.transactions = transactions;
    }

    /** Every night. A backup that fails is told in the log, and older ones stay. */
    @Scheduled(cron = "${carddesk.backup.cron:0 30 2 * * *}", zone = "${carddesk.zone:Europe/Copenhagen}")
    synchronized void nightly() {
        Path folder = settings.folder();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            write(folder, null);
            removeOld(folder);
        } catch (CannotStartException refusal) {
            LOG.error("There is no backup of this night. {} {}", refusal.what(), refusal.action());
        } catch (IOException | RuntimeException e) {
            LOG.error("There is no backup of this night", e);
        }
    }

    /** Looks whether the command asked for one. */
    @Scheduled(fixedDelayString = "${carddesk.backup.look-every:PT1S}")
    synchronized void asked() {
        try {
            BackupRequest request = BackupRequest.take(installation.data()).orElse(null);
            if (request != null) {
                answer(request);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("A backup that was asked for could not be answered", e);
        }
    }

    private void answer(BackupRequest request) throws IOException {
        try {
            Written written = write(request.to(), request.keysTo());
            boolean whole = written.missing().isEmpty();
            request.answer(
                    installation.data(),
                    whole ? BackupCommands.DONE : BackupCommands.FAULTY,
                    "Wrote the backup " + written.file() + ": " + written.rows() + " rows, " + written.contents()
                            + " contents"
                            + (whole ? "" : ", and " + written.missing().size() + " were missing"));
        } catch (CannotStartException refusal) {
            request.answer(installation.data(), BackupCommands.NOT_DONE, refusal.what() + " " + refusal.action());
        } catch (RuntimeException e) {
            request.answer(installation.data(), BackupCommands.NOT_DONE, "The backup failed; the log says why.");
            throw e;
        }
    }

    private Written write(Path to, @Nullable Path keysTo) {
        Written written = backups.write(to, keysTo);
        system.asCarddesk(() -> {
            transactions.executeWithoutResult(status -> events.publishEvent(new BackupWritten(
                    written.id(),
                    "rows=" + written.rows() + " contents=" + written.contents() + " keys=" + (keysTo != null))));
            return true;
        });
        return written;
    }

    private void removeOld(Path folder) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
        List<Path> whole =
                newestFirst.stream().filter(file -> !isUnfinished(file)).toList();
        for (Path file : newestFirst) {
            if (isUnfinished(file) || whole.indexOf(file) >= settings.keep()) {
                Files.deleteIfExists(file);
                LOG.info("Removed the old backup {}", file);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(BackupWriter.UNFINISHED);
    }

    /** Everything that is kept was copied out. */
    record BackupWritten(UUID subjectId, String after) implements AuditedEvent {

        @Override
        public String act() {
            return "backup.written";
        }

        @Override
        public String subjectKind() {
            return "backup";
        }

        @Override
        public String stream() {
            return "backup";
        }
    }
}
