package app.carddesk.crash;

import static org.awaitility.Awaitility.await;

import app.carddesk.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL server of its own, which keeps what is committed as one of a real installation does, and can be killed. */
public final class PostgresServer implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final Path binary;
    private volatile Process process;

    public PostgresServer(Path folder) {
        this.folder = folder;
        port = ServerProcess.freePort();
        binary = create();
        // A run that is broken off leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        start();
    }

    /** Makes the data folder and the two users, and finds out where the server's program is. */
    private Path create() {
        try (EmbeddedPostgres made = EmbeddedPostgres.builder()
                        .setDataDirectory(data())
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPort(port)
                        .start();
                Connection connection = made.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role carddesk_owner login password 'owner'");
            statement.execute("create role carddesk_app login password 'app'");
            statement.execute("create database carddesk owner carddesk_owner");
            statement.execute("checkpoint");
            return Path.of(postmaster().info().command().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** Starts it on what it left behind, and waits until it has got over that. */
    public void start() {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binary.toString(), "-D", data().toString(), "-p", Integer.toString(port)));
        new TreeMap<>(SETTINGS).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        if (System.getProperty("os.name").equals("Linux")) {
            // One call makes sure of the whole data folder before it recovers, instead of one for each of its files.
            command.addAll(List.of("-c", "recovery_init_sync_method=syncfs"));
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("postgresql.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    private void awaitReady() {
        await("PostgreSQL listens; its log is in " + folder)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .failFast(() -> !process.isAlive())
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(this::keepsWhatIsCommitted);
    }

    private boolean keepsWhatIsCommitted() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
                    if (!row.next() || !row.getString(1).equals(setting.getValue())) {
                        throw new AssertionError(setting.getKey() + " is not " + setting.getValue());
                    }
                }
            }
            return true;
        }
    }

    /** Kills the server and every process it has with -9. */
    public void kill() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.add(process.toHandle());
        all.forEach(one -> one.onExit().join());
    }

    /** Lets it answer nothing any more, without telling anybody, until it is {@linkplain #resume resumed}. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(process.pid())));
        process.descendants().map(ProcessHandle::pid).map(String::valueOf).forEach(command::add);
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** How Carddesk is told to use it: as its owner to migrate, as a lesser user for everything else. */
    List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url("carddesk"),
                "--spring.datasource.username=carddesk_app",
                "--spring.datasource.password=app",
                "--spring.flyway.url=" + url("carddesk"),
                "--spring.flyway.user=carddesk_owner",
                "--spring.flyway.password=owner");
    }

    /** Where one of its databases is. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private Path data() {
        return folder.resolve("postgresql");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
