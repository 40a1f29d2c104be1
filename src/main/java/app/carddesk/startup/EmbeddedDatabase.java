package app.carddesk.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The owner's connections to the default H2 database. They stay open as long as the application runs: H2 evaluates a
 * check constraint in the session that wrote it, so that closing it after the migration would break every check with a
 * list of values. When the application stops, the database is shut down in order.
 */
@Component
@ConditionalOnProperty(InstallationEnvironment.EMBEDDED)
class EmbeddedDatabase implements FlywayConfigurationCustomizer, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** H2's codes for a database that is closed, and for one that is being closed. */
    private static final int DATABASE_CLOSED = 90121;

    private static final int DATABASE_CLOSING = 90098;

    /** In bytes. With less on the disk it would be closed again as soon as it is opened. */
    private static final long ROOM = 16L * 1024 * 1024;

    private final HikariDataSource owner;
    private final Path folder;
    private @Nullable Connection keeper;
    private boolean closed;
    private volatile boolean running;

    EmbeddedDatabase(FlywayProperties flyway, @Value("${carddesk.data}") Path folder) {
        this.folder = folder;
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-owner");
        config.setJdbcUrl(flyway.getUrl());
        config.setUsername(flyway.getUser());
        config.setPassword(flyway.getPassword());
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        owner = new HikariDataSource(config);
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(owner);
    }

    /**
     * Opens the database again if it has closed itself, which it does when it cannot write: everything that was committed
     * is on the disk, so nothing is lost by that. As its owner, because only the owner's address says how it is opened.
     *
     * @throws SQLException if it is closed and cannot be opened now, or there is no room for it
     */
    synchronized void reopenIfClosed() throws SQLException {
        if (answers()) {
            return;
        }
        if (keeper != null) {
            owner.evictConnection(keeper);
            owner.getHikariPoolMXBean().softEvictConnections();
            keeper = null;
            closed = true;
            // Everybody is told first; it is opened when it is asked for the next time.
            throw new SQLException("It has closed itself, as it does when the disk of the data folder is full");
        }
        if (closed && room() < ROOM) {
            throw new SQLException("The disk of the data folder is full");
        }
        Connection opened = owner.getConnection();
        try {
            ask(opened);
        } catch (SQLException unopened) {
            owner.evictConnection(opened);
            throw unopened;
        }
        keeper = opened;
        closed = false;
    }

    /** Whether it is open; asked without leaving the process. */
    synchronized boolean answers() {
        if (keeper == null) {
            return false;
        }
        try {
            ask(keeper);
            return true;
        } catch (SQLException unanswered) {
            return false;
        }
    }

    /** One more connection of the owner's. */
    Connection another() throws SQLException {
        return owner.getConnection();
    }

    /** A connection of a closed database says of itself that it is valid; only a statement finds out. */
    private static void ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** How many bytes more the disk of the data folder takes. */
    long room() throws SQLException {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreachable) {
            throw new SQLException("The data folder cannot be reached", unreachable);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            // H2 says that it is closed while it is being closed. Otherwise too nothing is lost: commits are on the
            // disk.
            if (e.getErrorCode() != DATABASE_CLOSED && e.getErrorCode() != DATABASE_CLOSING) {
                LOG.warn("The database was not shut down in order: {}", e.getMessage());
            }
        } finally {
            owner.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last of all: whoever still finishes a request still needs the database. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
