package app.carddesk.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.LogsErrors;
import app.carddesk.startup.ClosedDatabase;
import app.carddesk.startup.OwnerOf;
import app.carddesk.startup.UnfinishedRestore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Installations of the first release are upgraded, backed up, restored and moved by the commands an operator types, each
 * in folders and databases of their own, on H2 and on PostgreSQL.
 */
@ExtendWith(OutputCaptureExtension.class)
@LogsErrors({
    "APPLICATION FAILED TO START",
    "The database that is to be filled is not empty",
    "a restore or a move that did not come to its end",
    "was moved to another one",
    "Audit trail: EVENT_CHANGED",
    "The audit trail is not as it was written",
    "Books: ",
    "The books do not balance"
})
class BackupCommandsTest {

    private static EmbeddedPostgres server;

    @TempDir
    static Path whole;

    @TempDir
    Path folder;

    /** One upgraded installation on H2, and a backup of it, for all that only read them. */
    @BeforeAll
    static void anInstallation() throws IOException {
        server = EmbeddedPostgres.start();
        FirstRelease.upgraded("--carddesk.data=" + whole.resolve("data"));
        assertThat(run("backup", whole.resolve("data"), to(backup()), "--carddesk.backup.keys-to=" + keys()))
                .isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void an_upgraded_database_of_the_first_release_is_whole_and_tells_nothing_in_the_clear() throws Exception {
        assertThat(run("verify", whole.resolve("data"))).isZero();
        try (Connection owner = OwnerOf.database(whole.resolve("data"))) {
            assertThat(text(owner, "select note from case_timeline")).startsWith("sealed:1:");
            assertThat(text(owner, "select stream from audit_event where seq = 3"))
                    .startsWith("case:");
        }
    }

    @Test
    void h2_is_restored_into_an_empty_folder_and_everything_is_there(CapturedOutput output) throws Exception {
        Path restored = folder.resolve("restored");

        assertThat(restore(backup(), restored)).isZero();

        assertThat(output).contains("The books balance: 4 cards", "3 events in 1 chains", "All 2 contents");
        assertThat(run("verify", restored)).isZero();
        try (Connection before = OwnerOf.database(whole.resolve("data"));
                Connection after = OwnerOf.database(restored)) {
            assertSame(before, after);
            try (Statement statement = after.createStatement()) {
                // Numbering goes on behind what was restored, and references hold again.
                statement.execute(
                        "insert into reuse_page (proof, page, state, attempts, next_at) select id, 2, 'WAITING',"
                                + " 0, current_timestamp from proof");
                assertThatThrownBy(() -> statement.execute("delete from card where serial = 'GCA00002'"))
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(restore(backup(), restored)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("is not empty: carddesk.mv.db");
    }

    @Test
    void h2_is_moved_to_postgresql_which_is_backed_up_and_restored_into_h2_and_postgresql(CapturedOutput output)
            throws Exception {
        Path data = folder.resolve("data");
        assertThat(restore(backup(), data)).isZero();
        String url = database();

        assertThat(run("move", data, moveTo(url))).isZero();

        assertThat(output).contains("Everything was moved to " + url);
        assertThat(run("verify", data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("was moved to another one");
        assertThat(run("verify", data, on(url))).isZero();
        try (Connection before = OwnerOf.database(data);
                Connection after = DriverManager.getConnection(url, "postgres", "")) {
            assertSame(before, after);
        }

        Path second = folder.resolve("second.backup");
        assertThat(run("backup", data, with(on(url), to(second)))).isZero();
        assertThat(restore(second, folder.resolve("h2"))).isZero();
        assertThat(restore(second, folder.resolve("postgresql"), on(database())))
                .isZero();
        assertThat(restore(second, folder.resolve("taken"), on(url))).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("that is to be filled is not empty");

        assertThat(run("reopen", data)).isZero();
        assertThat(run("verify", data)).isZero();
        assertThat(run("move", data, moveTo(url))).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(run("verify", data)).isZero();
    }

    @Test
    void postgresql_of_the_first_release_is_upgraded_and_whole() throws Exception {
        String[] on = on(database());
        Path data = folder.resolve("data");
        FirstRelease.upgraded(with(on, "--carddesk.data=" + data));

        assertThat(run("verify", data, on)).isZero();
    }

    @Test
    void a_damaged_cut_or_missing_file_is_refused_before_anything_is_touched(CapturedOutput output) throws IOException {
        byte[] bytes = Files.readAllBytes(backup());
        Path damaged = folder.resolve("damaged.backup");
        // In the middle: the sealed evidence lies there uncompressed, or some table.
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        Files.write(damaged, changed);
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length - 100));
        Path data = folder.resolve("data");

        assertThat(restore(damaged, data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("is damaged:", "earlier backup");
        assertThat(restore(cut, data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(restore(folder.resolve("none.backup"), data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("There is no backup");
        assertThat(data.resolve("carddesk.mv.db")).doesNotExist();

        assertThat(restore(backup(), data)).isZero();
    }

    @Test
    void a_backup_of_a_newer_version_is_refused_and_so_is_one_whose_list_was_changed(CapturedOutput output)
            throws IOException, SQLException {
        Path newer = folder.resolve("newer.backup");
        try (BackupFile whole = BackupFile.open(backup());
                BackupWriter writer = new BackupWriter(newer)) {
            Manifest manifest = whole.manifest();
            writer.finish(new Manifest(
                    Manifest.FORMAT, "9.9", "999", "H2", manifest.takenAt(), manifest.keys(), List.of(), List.of()));
        }
        Path data = folder.resolve("data");

        assertThat(restore(newer, data)).isEqualTo(BackupCommands.NOT_DONE);

        assertThat(output).contains("is of a newer Carddesk (9.9, schema 999)", "a later one");
        assertThat(data.resolve("carddesk.mv.db")).doesNotExist();
        try (FileSystem zip = FileSystems.newFileSystem(newer)) {
            Files.writeString(zip.getPath(Parts.MANIFEST), "{}");
        }
        assertThat(restore(newer, data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("its list of parts was changed");
    }

    @Test
    void a_part_that_is_missing_is_named(CapturedOutput output) throws IOException {
        Path without = Files.copy(backup(), folder.resolve("without.backup"));
        try (FileSystem zip = FileSystems.newFileSystem(without)) {
            Files.delete(zip.getPath(Parts.EVIDENCE));
        }

        assertThat(restore(without, folder.resolve("data"))).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("evidence.bin is missing");
    }

    @Test
    void without_its_keys_a_backup_is_refused_and_no_keys_are_made_for_it(CapturedOutput output) throws IOException {
        Path data = folder.resolve("data");

        assertThat(run("restore", data, "--carddesk.backup.from=" + backup())).isEqualTo(BackupCommands.NOT_DONE);

        assertThat(output).contains("The keys of the backup", "audit ", "--carddesk.restore.keys=");
        assertThat(data.resolve("carddesk.mv.db")).doesNotExist();
        assertThat(Files.readString(data.resolve("secrets.properties"))).doesNotContain("audit=", "personal=");
    }

    @Test
    void what_was_not_filled_to_its_end_is_refused(CapturedOutput output) throws Exception {
        Path data = folder.resolve("data");
        assertThat(restore(backup(), data)).isZero();
        UnfinishedRestore.begin(data);
        assertThat(run("verify", data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("did not come to its end");
        UnfinishedRestore.end(data);

        try (Connection owner = OwnerOf.database(data)) {
            ClosedDatabase.close(owner, ClosedDatabase.Why.UNFINISHED);
        }
        assertThat(run("verify", data)).isEqualTo(BackupCommands.NOT_DONE);
        assertThat(output).contains("was being filled");
    }

    @Test
    void verify_names_what_is_not_whole(CapturedOutput output) throws Exception {
        Path data = folder.resolve("data");
        assertThat(restore(backup(), data)).isZero();
        try (Connection owner = OwnerOf.database(data);
                Statement statement = owner.createStatement()) {
            statement.execute("update audit_event set value_after = 'CLOSED' where seq = 2");
            statement.execute("update ledger_account set balance = balance + 1 where card_id is not null");
        }

        assertThat(run("verify", data)).isEqualTo(BackupCommands.FAULTY);

        assertThat(output).contains("EVENT_CHANGED", "The books do not balance", "All 2 contents");
    }

    private static Path backup() {
        return whole.resolve("whole.backup");
    }

    private static Path keys() {
        return whole.resolve("keys");
    }

    private static int restore(Path from, Path data, String... more) {
        return run("restore", data, with(more, "--carddesk.backup.from=" + from, "--carddesk.restore.keys=" + keys()));
    }

    private static String to(Path file) {
        return "--carddesk.backup.to=" + file;
    }

    private static int run(String command, Path data, String... more) {
        return BackupCommands.run(
                Clock.systemUTC(), with(more, "--carddesk.command=" + command, "--carddesk.data=" + data));
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] on(String url) {
        return new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.flyway.url=" + url,
            "--spring.flyway.user=postgres"
        };
    }

    private static String[] moveTo(String url) {
        return new String[] {"--carddesk.move.to.url=" + url, "--carddesk.move.to.username=postgres"};
    }

    private static String database() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** Every row of every table but those of commands and migrations themselves is the same. */
    private static void assertSame(Connection before, Connection after) throws Exception {
        List<Table> tables = new Schema(before).tables();
        assertThat(new Schema(after).tables()).containsExactlyElementsOf(tables);
        for (Table table : tables) {
            if (!table.name().equals("evidence_hold")) {
                assertThat(rows(after, table)).as(table.name()).isEqualTo(rows(before, table));
            }
        }
    }

    private static List<String> rows(Connection connection, Table table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(table.select())) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 0; i < table.columns().size(); i++) {
                    ColumnKind kind = table.columns().get(i).kind();
                    Object value = kind.read(found, i + 1);
                    row.append(value == null ? "-" : kind.write(value)).append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
