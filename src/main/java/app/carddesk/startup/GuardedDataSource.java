package app.carddesk.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool behind a door: while the database is away nobody waits in front of it. While it is only busy they do, because
 * a burst is over within seconds.
 */
final class GuardedDataSource extends DelegatingDataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DatabaseWatch watch;

    GuardedDataSource(DataSource pool, DatabaseWatch watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (!watch.isAvailable()) {
                throw new SQLTransientConnectionException("The database is away", "08001");
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException busy) {
                if (System.nanoTime() > until) {
                    throw busy;
                }
            }
        }
    }
}
