package app.carddesk.backup;

import app.carddesk.audit.TrailCheck;
import app.carddesk.evidence.store.EvidenceHolds;
import app.carddesk.evidence.store.SealedContents;
import app.carddesk.shared.FailedRows;
import app.carddesk.shared.Ids;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.Secrets;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes everything an installation keeps into one file while it goes on working.
 *
 * <p>The order makes it consistent. The anchors of the audit trail are copied first: every one of them stands in a
 * database read later, whereas a later copy could hold one that the backup's database does not know. Then the database,
 * as of one moment. Then the contents of the evidence that this moment names: they never change and lie under the hash of
 * themselves, so it does no harm that this comes later, as long as none is removed; that is held off from before the
 * moment until the last is copied.
 */
@Component
class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** Names of backups sort by their time. */
    static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'carddesk-'uuuuMMdd'T'HHmmss'Z.backup'")
            .withZone(ZoneOffset.UTC);

    private static final int BETWEEN_PROGRESS = 1_000;

    private final DataSource source;
    private final Flyway flyway;
    private final TrailCheck trail;
    private final SealedContents contents;
    private final EvidenceHolds holds;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    Backups(
            DataSource source,
            Flyway flyway,
            TrailCheck trail,
            SealedContents contents,
            EvidenceHolds holds,
            Secrets secrets,
            Ids ids,
            Clock clock) {
        this.source = source;
        this.flyway = flyway;
        this.trail = trail;
        this.contents = contents;
        this.holds = holds;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A backup that was written.
     *
     * @param missing contents that a proof names and the store does not have
     */
    record Written(UUID id, Path file, long rows, long contents, List<String> missing) {}

    /**
     * Writes a backup.
     *
     * @param to a file that is not there yet, or a folder in which it gets a name by its time
     * @param keysTo a file for the keys that open it, which is not there yet; null writes none
     * @throws CannotStartException if it cannot be written, with what to do
     */
    Written write(Path to, @Nullable Path keysTo) {
        MigrationVersion version = Versions.current(flyway);
        Instant now = clock.instant();
        Path file = (Files.isDirectory(to) ? to.resolve(NAME.format(now)) : to)
                .toAbsolutePath()
                .normalize();
        if (Files.exists(file)) {
            throw new CannotStartException(
                    "There is a file " + file + " already.", "Name one that is not there yet, or a folder.");
        }
        UUID id = ids.next();
        holds.hold(id);
        try (BackupWriter writer = new BackupWriter(file)) {
            if (keysTo != null) {
                secrets.copyKeys(keysTo.toAbsolutePath());
            }
            Written written = write(id, writer, file, version, now);
            LOG.info("Wrote the backup {}: {} rows, {} contents", file, written.rows(), written.contents());
            FailedRows missing = new FailedRows();
            written.missing().forEach(missing::add);
            missing.tell(
                    LOG,
                    "contents are missing from the evidence store and from this backup",
                    "Restore them from an older one.");
            return written;
        } catch (IOException | SQLException e) {
            LOG.error("The backup {} could not be written", file, e);
            throw new CannotStartException(
                    "The backup " + file + " could not be written: " + e.getMessage() + ".",
                    "Look whether there is room in that folder, and whether Carddesk may write there.");
        } finally {
            holds.release(id);
        }
    }

    private Written write(UUID id, BackupWriter writer, Path file, MigrationVersion version, Instant now)
            throws IOException, SQLException {
        Path anchors = trail.anchorFile();
        if (Files.exists(anchors)) {
            writer.part(Parts.ANCHORS, List.of(), true, to -> {
                try (InputStream from = Files.newInputStream(anchors)) {
                    from.transferTo(to);
                }
                return 1;
            });
        }
        long rows = 0;
        List<String> missing = new ArrayList<>();
        String database;
        try (Snapshot snapshot = new Snapshot(source)) {
            database = snapshot.database();
            for (Table table : snapshot.tables()) {
                writer.part(
                        Parts.of(table), table.columns(), true, to -> RowText.write(table, snapshot.rows(table), to));
                rows += writer.parts().getLast().count();
                holds.hold(id);
            }
            writer.part(Parts.EVIDENCE, List.of(), false, to -> {
                Copying copying = new Copying(id, to, missing);
                snapshot.namedContents(copying);
                return copying.count;
            });
        }
        long copied = writer.parts().getLast().count();
        writer.finish(new Manifest(
                Manifest.FORMAT,
                Versions.product(),
                version.getVersion(),
                database,
                now.toString(),
                secrets.keyIds(),
                writer.parts(),
                missing));
        return new Written(id, file, rows, copied, missing);
    }

    /** Copies contents one by one, and holds the others. */
    private final class Copying implements SealedContents.Each {

        private final UUID id;
        private final DataOutputStream to;
        private final List<String> missing;
        private long count;

        private Copying(UUID id, DataOutputStream to, List<String> missing) {
            this.id = id;
            this.to = to;
            this.missing = missing;
        }

        @Override
        public void accept(String address) throws IOException {
            Optional<byte[]> sealed = contents.sealed(address);
            if (sealed.isEmpty()) {
                missing.add(address);
                return;
            }
            to.writeUTF(address);
            to.writeInt(sealed.get().length);
            to.write(sealed.get());
            count++;
            if (count % BETWEEN_PROGRESS == 0) {
                holds.hold(id);
                LOG.info("{} contents of the evidence so far", count);
            }
        }
    }
}
