package app.carddesk.backup;

import app.carddesk.audit.TrailCheck;
import app.carddesk.backup.Manifest.Part;
import app.carddesk.evidence.store.SealedContents;
import app.carddesk.shared.Installation;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.Secrets;
import app.carddesk.startup.UnfinishedRestore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty installation from a backup. */
class Restore {

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    private final Flyway flyway;
    private final SealedContents contents;
    private final TrailCheck trail;
    private final Verification verification;
    private final Installation installation;

    Restore(
            Flyway flyway,
            SealedContents contents,
            TrailCheck trail,
            Verification verification,
            Installation installation) {
        this.installation = installation;
        this.flyway = flyway;
        this.contents = contents;
        this.trail = trail;
        this.verification = verification;
    }

    /**
     * Makes sure, before anything is touched, that a backup is whole and that its keys are here.
     *
     * @throws CannotStartException saying what is wrong and what to do
     */
    static void check(Path file, Secrets secrets) {
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            if (MigrationVersion.fromVersion(manifest.schema()).compareTo(Versions.newest()) > 0) {
                throw new CannotStartException(
                        "The backup " + file + " is of a newer Carddesk (" + manifest.product() + ", schema "
                                + manifest.schema() + ") than this one (schema " + Versions.newest() + ").",
                        "Restore it with that version or a later one.");
            }
            backup.verify();
            Map<String, List<String>> here = secrets.keyIds();
            List<String> missing = new ArrayList<>();
            manifest.keys()
                    .forEach((purpose, ids) -> ids.stream()
                            .filter(id -> !here.getOrDefault(purpose, List.of()).contains(id))
                            .forEach(id -> missing.add(purpose + " " + id)));
            if (!missing.isEmpty()) {
                throw new CannotStartException(
                        "The keys of the backup " + file + " are not here: " + String.join(", ", missing) + ".",
                        "Name the file of keys that belongs to it, --carddesk.restore.keys=<file>, or give them in the"
                                + " environment (CARDDESK_KEY_STOCK …).");
            }
        } catch (IOException e) {
            throw new CannotStartException(
                    "The backup " + file + " cannot be read.", "Use another copy of it, or an earlier backup.");
        }
    }

    /**
     * Restores everything.
     *
     * @return whether what was restored is whole
     * @throws CannotStartException if it cannot be restored here; nothing was changed then
     */
    boolean run(Path file) throws IOException, SQLException {
        try (BackupFile backup = BackupFile.open(file);
                Target target = new Target(flyway)) {
            Manifest manifest = backup.manifest();
            MigrationVersion version = MigrationVersion.fromVersion(manifest.schema());
            LOG.info(
                    "Restoring the backup of {}: {}, schema {}, from {}",
                    manifest.takenAt(),
                    manifest.product(),
                    manifest.schema(),
                    manifest.database());
            target.prepare(version);
            UnfinishedRestore.begin(installation.data());
            load(backup, target);
            contents(backup);
            anchors(backup);
            target.open();
            UnfinishedRestore.end(installation.data());
        }
        // Gives the application's database user its rights.
        flyway.migrate();
        return verification.run();
    }

    private static void load(BackupFile backup, Target target) throws IOException, SQLException {
        Map<String, Table> there = target.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Table> loaded = new ArrayList<>();
        for (Part part : backup.manifest().parts()) {
            if (Parts.isTable(part.name())) {
                Table table = matching(there.get(Parts.table(part.name())), part);
                long rows = target.load(table, backup.rows(part));
                if (rows != part.count() || target.count(table) != rows) {
                    throw new IOException(part.name() + " has " + part.count() + " rows, and " + rows + " came");
                }
                LOG.info("{}: {} rows", table.name(), rows);
                loaded.add(table);
            }
        }
        if (loaded.size() != there.size()) {
            throw new IOException("The backup has " + loaded.size() + " tables of " + there.size());
        }
        target.complete(loaded);
    }

    /** The table with its columns in the order of the backup; it is no backup of this version if they differ. */
    private static Table matching(@Nullable Table table, Part part) throws IOException {
        if (table == null
                || table.columns().size() != part.columns().size()
                || !table.columns().containsAll(part.columns())) {
            throw new IOException(part.name() + " does not have the columns of its version");
        }
        return new Table(table.name(), part.columns());
    }

    private void contents(BackupFile backup) throws IOException {
        long[] count = new long[1];
        backup.contents((address, content) -> {
            contents.keepSealed(address, content);
            count[0]++;
        });
        LOG.info("{} contents of the evidence", count[0]);
        if (!backup.manifest().missing().isEmpty()) {
            LOG.error(
                    "{} contents were missing already when the backup was written",
                    backup.manifest().missing().size());
        }
    }

    private void anchors(BackupFile backup) throws IOException {
        boolean has =
                backup.manifest().parts().stream().anyMatch(part -> part.name().equals(Parts.ANCHORS));
        Path to = trail.anchorFile();
        if (!has) {
            return;
        }
        if (Files.exists(to)) {
            LOG.warn(
                    "The anchors in {} are left as they are; what they know and the backup does not is told below", to);
            return;
        }
        try (InputStream in = backup.stream(Parts.ANCHORS)) {
            Files.copy(in, to);
        }
    }
}
