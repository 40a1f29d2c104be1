package app.carddesk.startup;

import app.carddesk.shared.DatabaseAvailability;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second whether the database answers. Once it does not, whoever waits for an answer is cut off and
 * whoever comes is refused at once, until it answers again: nobody waits for minutes, and no thread of the server is held.
 */
class DatabaseWatch implements DatabaseAvailability, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final Duration BETWEEN_WHILE_AWAY = Duration.ofMillis(500);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService cutting = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("database-cut-off-", 0).daemon(true).factory());
    private volatile @Nullable Watched watched;
    private volatile @Nullable Thread thread;
    private volatile boolean available = true;

    /** What is looked at. */
    record Watched(HikariDataSource pool, PhysicalConnections connections, DatabaseProbe probe) {}

    /** Tells what to look at. */
    void watch(Watched what) {
        watched = what;
    }

    Watched watched() {
        return Objects.requireNonNull(watched);
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized void start() {
        if (thread == null && watched != null) {
            thread = Thread.ofPlatform().name("database-watch").daemon(true).unstarted(this::look);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread looking = thread;
        thread = null;
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void look() {
        int failures = 0;
        while (Thread.currentThread().equals(thread)) {
            Watched what = watched();
            try {
                what.probe().ask();
                failures = 0;
                if (!available) {
                    back();
                }
            } catch (SQLException | RuntimeException unanswered) {
                failures++;
                if (available && failures >= what.probe().failuresToBelieve()) {
                    away(what, unanswered);
                }
            }
            try {
                Thread.sleep(failures == 0 ? BETWEEN : BETWEEN_WHILE_AWAY);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void away(Watched what, Exception why) {
        available = false;
        LOG.warn(
                "The database does not answer ({}). Whoever comes is told so, nothing is taken as saved, and health is"
                        + " DOWN until it is back",
                why.getMessage());
        what.connections().cutOff(cutting);
        HikariPoolMXBean pool = what.pool().getHikariPoolMXBean();
        if (pool != null) {
            pool.softEvictConnections();
        }
        tell(false);
    }

    private void back() {
        available = true;
        LOG.warn("The database answers again");
        tell(true);
    }

    private void tell(boolean now) {
        for (Listener listener : listeners) {
            cutting.execute(() -> {
                try {
                    listener.changed(now);
                } catch (RuntimeException failed) {
                    LOG.warn("Somebody could not be told of the database", failed);
                }
            });
        }
    }
}
