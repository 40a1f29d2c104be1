package app.carddesk;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** The database as its owner has it, who may do what the application may not. */
@Component
public class OwnerDatabase {

    private final DataSource source;

    OwnerDatabase(FlywayProperties flyway) {
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
}
