package app.carddesk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The installation all tests of one run share: a data folder of its own, and the database named by the property
 * {@code carddesk.test.database}: H2 in that folder, or one real PostgreSQL with an owner and a lesser user.
 */
public class TestInstallation implements LauncherSessionListener {

    /** Whether this run is on PostgreSQL. */
    public static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("carddesk.test.database"));

    private static EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Tests anchor the audit trail themselves, and some of them tamper with it.
        System.setProperty("carddesk.audit.anchor-every", "1d");
        if (System.getProperty("carddesk.data") != null) {
            return;
        }
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "run");
            System.setProperty("carddesk.data", data.toString());
            System.setProperty("carddesk.keys.after-start", "P1D");
            // What is done some minutes after a start would be done in the middle of some test.
            System.setProperty("carddesk.evidence.after-start", "P1D");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts PostgreSQL once, when the first test asks for a database. */
    static synchronized void prepareDatabase() {
        if (!POSTGRESQL || postgres != null) {
            return;
        }
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role carddesk_owner login password 'owner'");
                statement.execute("create role carddesk_app login password 'app'");
                statement.execute("create database carddesk owner carddesk_owner");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty("spring.datasource.url", url());
        System.setProperty("spring.datasource.username", "carddesk_app");
        System.setProperty("spring.datasource.password", "app");
        System.setProperty("spring.flyway.url", url());
        System.setProperty("spring.flyway.user", "carddesk_owner");
        System.setProperty("spring.flyway.password", "owner");
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/carddesk";
    }
}
