package app.carddesk.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private final HikariDataSource owner;
    private volatile boolean running;

    EmbeddedDatabase(FlywayProperties flyway) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-owner");
        config.setJdbcUrl(flyway.getUrl());
        config.setUsername(flyway.getUser());
        config.setPassword(flyway.getPassword());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        owner = new HikariDataSource(config);
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(owner);
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
