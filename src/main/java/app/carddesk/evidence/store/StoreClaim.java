package app.carddesk.evidence.store;

import app.carddesk.startup.CannotStartException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets two processes work on one PostgreSQL database only if both find the same pictures, in one bucket: a folder is one
 * process's own, and the other would answer for its pictures that they are broken.
 *
 * <p>The claim is an advisory lock, which the database gives back however the process ends. The default H2 database needs
 * none: its data folder is locked.
 */
@Component
class StoreClaim implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClaim.class);

    /** The class of our advisory locks in the database; each place of pictures is one of its objects. */
    private static final int LOCKS = 0x63617264;

    private static final int FOLDER = 0;

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Claims of this process; a second context in the same process, as in tests, shares the first one's. */
    private static final Map<String, Claim> HELD = new ConcurrentHashMap<>();

    private final DataSourceProperties database;
    private final S3Settings s3;
    private final String command;
    private final Duration patience;
    private final ApplicationContext context;
    private volatile boolean running;

    StoreClaim(
            DataSourceProperties database,
            S3Settings s3,
            Environment environment,
            @Value("${carddesk.evidence.store.patience:25s}") Duration patience,
            ApplicationContext context) {
        this.database = database;
        this.s3 = s3;
        this.command = environment.getProperty("carddesk.command", "");
        this.patience = patience;
        this.context = context;
    }

    /** What one process holds, and how many contexts of it live on that. */
    private static final class Claim {

        private @Nullable Connection connection;
        private int users;
    }

    /**
     * Waits as long as the database may need to notice that a machine is gone.
     *
     * @throws CannotStartException if another process keeps its pictures elsewhere
     */
    @Override
    public void start() {
        if (isNeeded()) {
            long end = System.nanoTime() + patience.toNanos();
            while (!claim()) {
                if (System.nanoTime() > end) {
                    throw new CannotStartException(
                            "Another Carddesk is working on this database and keeps its pictures in another place.",
                            "Stop that one first. Two can work together once both keep their pictures in one bucket:"
                                    + " --carddesk.evidence.s3.bucket=<bucket>.");
                }
                pause();
            }
        }
        running = true;
    }

    private boolean isNeeded() {
        return command.isEmpty() && database.determineUrl().startsWith("jdbc:postgresql:");
    }

    /** Claims the place again if the connection was lost, and ends the process if another was faster. */
    @Scheduled(fixedDelayString = "${carddesk.evidence.store.claim-every:PT10S}")
    void keep() {
        if (!running || !isNeeded() || claim()) {
            return;
        }
        LOG.error("Another Carddesk has taken over this database while the connection to it was lost, and keeps its"
                + " pictures in another place. This one ends.");
        Thread.ofPlatform().name("store-claim").start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    /** Whether this process has the place to itself, or shares it with those that keep their pictures there, too. */
    private boolean claim() {
        String url = database.determineUrl();
        Claim claim = HELD.computeIfAbsent(url, unclaimed -> new Claim());
        synchronized (claim) {
            try {
                if (claim.connection == null || !claim.connection.isValid(2)) {
                    Connection fresh = connect(url);
                    if (!isAlone(fresh)) {
                        fresh.close();
                        return false;
                    }
                    claim.connection = fresh;
                }
            } catch (SQLException e) {
                LOG.debug("The database does not answer, so nobody else works on it either", e);
            }
            if (!running) {
                claim.users++;
            }
            return true;
        }
    }

    private Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Objects.requireNonNullElse(database.determineUsername(), ""));
        properties.setProperty("password", Objects.requireNonNullElse(database.determinePassword(), ""));
        properties.setProperty("ApplicationName", "carddesk-claim");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement settings = connection.createStatement()) {
            // So that the database notices within seconds that this machine is gone.
            settings.execute("set tcp_keepalives_idle = 5");
            settings.execute("set tcp_keepalives_interval = 5");
            settings.execute("set tcp_keepalives_count = 3");
            settings.execute("set idle_session_timeout = 0");
        }
        return connection;
    }

    private boolean isAlone(Connection connection) throws SQLException {
        int place = s3.isGiven() ? s3.toString().hashCode() : FOLDER;
        String lock = place == FOLDER ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
        try (PreparedStatement take = connection.prepareStatement("select " + lock + "(?, ?)")) {
            take.setInt(1, LOCKS);
            take.setInt(2, place);
            try (ResultSet taken = take.executeQuery()) {
                if (!taken.next() || !taken.getBoolean(1)) {
                    return false;
                }
            }
        }
        try (PreparedStatement others = connection.prepareStatement("""
                select count(*) from pg_locks
                where locktype = 'advisory' and classid::bigint = ? and pid <> pg_backend_pid()
                  and database = (select oid from pg_database where datname = current_database())
                  and objid::bigint <> ?
                """)) {
            others.setLong(1, LOCKS);
            others.setLong(2, Integer.toUnsignedLong(place));
            try (ResultSet found = others.executeQuery()) {
                return found.next() && found.getInt(1) == 0;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("The start was interrupted.", "Start again.");
        }
    }

    /** Lets the next one in at once. */
    @Override
    public void stop() {
        running = false;
        Claim claim = HELD.get(database.determineUrl());
        if (claim == null) {
            return;
        }
        synchronized (claim) {
            claim.users--;
            if (claim.users <= 0 && claim.connection != null) {
                try {
                    claim.connection.close();
                } catch (SQLException e) {
                    LOG.debug("The connection was lost already", e);
                }
                claim.connection = null;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything works. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
