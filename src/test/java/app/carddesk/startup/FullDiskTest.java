package app.carddesk.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.shared.DatabaseAway;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;

/** The default database on a disk that is full: nothing acknowledged is lost, and it goes on when there is room. */
class FullDiskTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    private Path folder;

    private EmbeddedDatabase embedded;
    private HikariDataSource pool;
    private DataSource database;
    private DatabaseWatch watch;
    private final List<Boolean> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void anInstallation() throws SQLException {
        FullDisk.register();
        FullDisk.full = false;
        String url = "jdbc:h2:full:" + folder.resolve("carddesk");
        FlywayProperties owner = new FlywayProperties();
        owner.setUrl(url + SETTINGS);
        owner.setUser("owner");
        owner.setPassword("owner");
        embedded = new EmbeddedDatabase(owner, folder) {
            @Override
            long room() {
                return FullDisk.full ? 0 : Long.MAX_VALUE;
            }
        };
        embedded.reopenIfClosed();
        try (Connection connection = embedded.another();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table kept (id integer primary key, kind varchar(10) check (kind in ('A', 'B')))");
            statement.execute("create user app password 'app'");
            statement.execute("grant select, insert on kept to app");
        }
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("app");
        pool.setPassword("app");
        pool.setConnectionTimeout(1000);
        watch = new DatabaseWatch();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("embedded", embedded);
        database = (DataSource) DatabaseGuarding.databaseDoor(watch, beans.getBeanProvider(EmbeddedDatabase.class))
                .postProcessAfterInitialization(pool, "dataSource");
        watch.listen(told::add);
        watch.start();
    }

    @AfterEach
    void away() {
        FullDisk.full = false;
        watch.stop();
        pool.close();
        embedded.stop();
    }

    @Test
    void what_was_acknowledged_is_there_when_it_goes_on_and_until_then_it_is_down() throws Exception {
        int acknowledged = 0;
        for (int id = 1; id <= 50; id++) {
            acknowledged += insert(id) ? 1 : 0;
        }
        FullDisk.full = true;
        for (int id = 51; id <= 60; id++) {
            acknowledged += insert(id) ? 1 : 0;
        }

        await().atMost(SECONDS).until(() -> !watch.isAvailable());
        assertThat(acknowledged).isEqualTo(50);
        assertThatThrownBy(database::getConnection).matches(DatabaseAway::isBehind);

        FullDisk.full = false;
        await().atMost(SECONDS).until(watch::isAvailable);
        assertThat(count()).isEqualTo(50);
        assertThat(insert(100)).isTrue();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into kept values (101, 'C')"))
                    .as("checks hold as before")
                    .hasMessageContaining("Check constraint");
        }
        await().atMost(SECONDS).until(() -> told.equals(List.of(false, true)));
    }

    private boolean insert(int id) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into kept values (" + id + ", 'A')") == 1;
        } catch (SQLException refused) {
            return false;
        }
    }

    private int count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
