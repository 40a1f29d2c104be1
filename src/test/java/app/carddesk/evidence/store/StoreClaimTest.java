package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.carddesk.CarddeskTest;
import app.carddesk.startup.CannotStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Two processes on one database. Each has an address of its own for it here, by which it is another process. */
@CarddeskTest
@Tag("database")
class StoreClaimTest {

    private static final S3Settings FOLDER = s3("");

    @Autowired
    private DataSourceProperties database;

    @Autowired
    private ApplicationContext context;

    private final List<StoreClaim> started = new ArrayList<>();

    @BeforeEach
    void onPostgresql() {
        assumeTrue(database.determineUrl().startsWith("jdbc:postgresql:"), "H2 belongs to one process by its file.");
    }

    @AfterEach
    void stop() {
        started.forEach(StoreClaim::stop);
    }

    @Test
    void a_second_folder_is_refused_with_what_to_do_until_the_first_process_ends() {
        StoreClaim first = start("first", FOLDER);

        for (S3Settings place : List.of(FOLDER, s3("pictures"))) {
            assertThatThrownBy(() -> start("second", place))
                    .isInstanceOfSatisfying(CannotStartException.class, refused -> {
                        assertThat(refused.what()).contains("Another Carddesk");
                        assertThat(refused.action()).contains("carddesk.evidence.s3");
                    });
        }

        first.stop();
        started.clear();
        assertThatCode(() -> start("second", FOLDER)).doesNotThrowAnyException();
    }

    @Test
    void processes_with_one_bucket_work_together_and_another_bucket_is_refused() {
        start("first", s3("pictures"));
        start("second", s3("pictures"));

        assertThatThrownBy(() -> start("third", s3("others"))).isInstanceOf(CannotStartException.class);
        assertThatThrownBy(() -> start("third", FOLDER)).isInstanceOf(CannotStartException.class);
    }

    @Test
    void a_command_beside_the_running_process_needs_no_claim() {
        start("first", FOLDER);
        StoreClaim command = claim("second", FOLDER, "reconcile");

        assertThatCode(command::start).doesNotThrowAnyException();
        command.stop();
    }

    private StoreClaim start(String process, S3Settings place) {
        StoreClaim claim = claim(process, place, "");
        claim.start();
        started.add(claim);
        return claim;
    }

    /** On the database for maintenance, where no test works. */
    private StoreClaim claim(String process, S3Settings place, String command) {
        DataSourceProperties properties = new DataSourceProperties();
        properties.setUrl(
                database.determineUrl().replaceFirst("/[a-z_]+$", "/postgres?options=-c%20cluster.process=" + process));
        properties.setUsername(database.determineUsername());
        properties.setPassword(database.determinePassword());
        return new StoreClaim(
                properties,
                place,
                new MockEnvironment().withProperty("carddesk.command", command),
                Duration.ofMillis(200),
                context);
    }

    private static S3Settings s3(String bucket) {
        return new S3Settings(null, "eu-north-1", bucket, "", "", true, Duration.ofSeconds(1));
    }
}
