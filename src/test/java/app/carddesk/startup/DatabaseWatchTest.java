package app.carddesk.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.crash.PostgresServer;
import app.carddesk.shared.DatabaseAway;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** A PostgreSQL that is stopped, or says nothing any more: seconds until everybody knows, and back by itself. */
class DatabaseWatchTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private PostgresServer server;
    private HikariDataSource pool;
    private DataSource database;
    private DatabaseWatch watch;
    private HealthIndicator health;
    private final List<Boolean> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aPoolBehindTheDoor() {
        server = new PostgresServer(folder);
        pool = new HikariDataSource();
        pool.setJdbcUrl(server.url("carddesk"));
        pool.setUsername("carddesk_app");
        pool.setPassword("app");
        pool.setConnectionTimeout(2000);
        watch = new DatabaseWatch();
        database = (DataSource) DatabaseGuarding.databaseDoor(
                        watch, new StaticListableBeanFactory().getBeanProvider(EmbeddedDatabase.class))
                .postProcessAfterInitialization(pool, "dataSource");
        health = new DatabaseGuarding().dbHealthIndicator(watch);
        watch.listen(told::add);
        watch.start();
    }

    @AfterEach
    void away() {
        watch.stop();
        pool.close();
        server.close();
    }

    @Test
    void stopped_it_is_told_within_seconds_and_nobody_waits_until_it_is_back() throws Exception {
        assertThat(one()).isEqualTo(1);
        server.kill();

        await().atMost(SECONDS).until(() -> !watch.isAvailable());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        long begun = System.nanoTime();
        assertThatThrownBy(database::getConnection).matches(DatabaseAway::isBehind);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));

        server.start();
        await().atMost(SECONDS).until(watch::isAvailable);
        assertThat(one()).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        await().atMost(SECONDS).until(() -> told.equals(List.of(false, true)));
    }

    @Test
    void saying_nothing_any_more_it_holds_nobody_for_longer_than_seconds() throws Exception {
        assertThat(one()).isEqualTo(1);
        try (ExecutorService waiting = Executors.newSingleThreadExecutor();
                Connection connection = database.getConnection()) {
            server.pause();
            Future<?> answer = waiting.submit(() -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("select 1");
                }
            });

            await().atMost(SECONDS).until(answer::isDone);
            assertThat(answer.exceptionNow()).matches(DatabaseAway::isBehind);
            assertThat(watch.isAvailable()).isFalse();
        } finally {
            server.resume();
        }
        await().atMost(SECONDS).until(watch::isAvailable);
        assertThat(one()).isEqualTo(1);
    }

    @Test
    void a_long_answer_is_no_lost_database() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(12)");
        }
        assertThat(told).isEmpty();
    }

    private int one() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
