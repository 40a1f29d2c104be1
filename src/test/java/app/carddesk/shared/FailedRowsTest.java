package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.LogsErrors;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Trouble with many rows is told in few lines. */
class FailedRowsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(FailedRowsTest.class);

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

    @Test
    @LogsErrors("1000 cards are stuck")
    void a_thousand_rows_are_one_line_with_their_number_the_first_of_them_and_what_to_do() {
        FailedRows failed = new FailedRows();
        IntStream.range(0, 1000).forEach(row -> failed.add("card" + row, new IllegalStateException("because " + row)));

        failed.tell(LOG, "cards are stuck", "Pull them out.");

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .isEqualTo("1000 cards are stuck: card0, card1, card2, card3, card4 and others. Pull them out.");
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("because 0");
        });
    }

    @Test
    void nothing_is_told_where_nothing_failed() {
        new FailedRows().tell(LOG, "cards are stuck", "Pull them out.");

        assertThat(lines.list).isEmpty();
    }

    @Test
    void what_every_request_may_say_is_said_at_once_and_then_by_the_hour_with_a_count() {
        AtomicLong now = new AtomicLong(-7);
        RecurringTrouble trouble = new RecurringTrouble(now::get);
        List<String> told = new ArrayList<>();

        for (int minute = 0; minute < 150; minute++) {
            trouble.tell(told::add);
            now.addAndGet(Duration.ofMinutes(1).toNanos());
        }

        assertThat(told)
                .containsExactly(
                        "",
                        " (and 59 times more since this was logged last)",
                        " (and 59 times more since this was logged last)");
    }
}
