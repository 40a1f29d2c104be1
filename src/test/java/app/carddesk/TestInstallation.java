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
        System.setProperty("carddesk.data", newFolder("run").toString());
        System.setProperty("carddesk.keys.after-start", "P1D");
        // What is done some minutes after a start would be done in the middle of some test.
        System.setProperty("carddesk.evidence.after-start", "P1D");
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("create role carddesk_owner login password 'owner'");
        execute("create role carddesk_app login password 'app'");
        execute("create database carddesk owner carddesk_owner");
        System.setProperty("spring.datasource.username", "carddesk_app");
        System.setProperty("spring.datasource.password", "app");
        System.setProperty("spring.flyway.user", "carddesk_owner");
        System.setProperty("spring.flyway.password", "owner");
        useDatabase("carddesk");
    }

    /** Lets applications that start from now on have a folder and an empty database of this name, until put back. */
    static Runnable prepareAnother(String name) {
        prepareDatabase();
        String shared = System.setProperty("carddesk.data", newFolder(name).toString());
        if (POSTGRESQL) {
            execute("drop database if exists " + name + " with (force)");
            execute("create database " + name + " owner carddesk_owner");
            useDatabase(name);
        }
        return () -> {
            System.setProperty("carddesk.data", shared);
            if (POSTGRESQL) {
                useDatabase("carddesk");
            }
        };
    }

    private static Path newFolder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void useDatabase(String name) {
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        System.setProperty("spring.datasource.url", url);
        System.setProperty("spring.flyway.url", url);
    }
}
