package app.carddesk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** The database as its owner has it, who may do what the application may not. */
@Component
public class OwnerDatabase {

    private final FlywayProperties flyway;
    private final DataSource source;

    OwnerDatabase(FlywayProperties flyway) {
        this.flyway = flyway;
        this.source = new DriverManagerDataSource(
                Objects.requireNonNull(flyway.getUrl()),
                Objects.requireNonNull(flyway.getUser()),
                Objects.requireNonNull(flyway.getPassword()));
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /** Connections into a schema of their own that stay open, as H2's checks need those that wrote them. */
    public HikariDataSource pool(String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(flyway.getUrl());
        config.setUsername(flyway.getUser());
        config.setPassword(flyway.getPassword());
        config.setSchema(schema);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
