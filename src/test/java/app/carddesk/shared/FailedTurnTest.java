package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.LogsErrors;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Work that fails because the database is away raises no alarm of its own; any other failure does. */
class FailedTurnTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(FailedTurnTest.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(lines);
    }

    static Stream<Exception> away() {
        return Stream.of(
                new IllegalStateException(new SQLTransientConnectionException("The database is away", "08001")),
                new IllegalStateException(new SQLException("terminating connection", "57P01")),
                new SQLException("connection refused", "08001"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void a_database_that_is_away_is_one_quiet_line(Exception failure) {
        FailedTurn.tell(LOG, "Nothing was swept; the next turn tries again", failure);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("Nothing was swept; the next turn tries again: the database is away");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    static Stream<Exception> others() {
        return Stream.of(
                new IllegalStateException(new SQLException("a constraint was broken", "23505")),
                new IllegalStateException(new SQLTransientConnectionException("all connections are in use")),
                new IllegalStateException("a fault"));
    }

    @ParameterizedTest
    @MethodSource("others")
    @LogsErrors("Nothing was swept")
    void any_other_failure_is_an_error_with_its_trace(Exception failure) {
        FailedTurn.tell(LOG, "Nothing was swept; the next turn tries again", failure);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNotNull();
        });
    }
}
