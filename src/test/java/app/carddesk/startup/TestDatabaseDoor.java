package app.carddesk.startup;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets the database of the tests be away for a moment: the watch is told so, and everything behind it follows. */
@Component
public class TestDatabaseDoor {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final DatabaseWatch watch;

    TestDatabaseDoor(DatabaseWatch watch) {
        this.watch = watch;
    }

    /** The database does not answer until what comes back is run. */
    public Runnable shut() {
        DatabaseWatch.Watched real = watch.watched();
        watch.watch(new DatabaseWatch.Watched(real.pool(), real.connections(), new DatabaseProbe() {
            @Override
            public void ask() throws SQLException {
                throw new SQLException("A test has shut the door");
            }

            @Override
            public boolean isOpen() {
                return false;
            }

            @Override
            public int failuresToBelieve() {
                return 1;
            }
        }));
        await().atMost(SECONDS).until(() -> !watch.isAvailable());
        return () -> {
            watch.watch(real);
            await().atMost(SECONDS).until(watch::isAvailable);
        };
    }
}
