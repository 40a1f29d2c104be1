package app.carddesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.LogsErrors;
import app.carddesk.TestClock;
import app.carddesk.shared.Ids;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.rpc.MapSyncRpcHandler;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What the log says of failures, and what it does not repeat. */
class FailuresTest {

    private static final String SAID = "Karin Opdigtsen, Testvej 1";

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Failures.class);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
    }

    @Test
    void a_message_that_vaadin_fails_on_is_no_error_and_its_words_stand_nowhere() {
        Failures failures = failures();
        for (int i = 0; i < 100; i++) {
            failures.log(at(new ClassCastException(SAID), MapSyncRpcHandler.class, ServerRpcHandler.class, getClass()));
        }

        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getLevel()).isEqualTo(Level.WARN);
        assertThat(logged())
                .contains("ClassCastException at " + MapSyncRpcHandler.class.getName())
                .doesNotContain(SAID);
    }

    @Test
    @LogsErrors("Failure")
    void what_fails_in_a_screen_is_an_error_with_all_it_says() {
        failures().log(at(new IllegalStateException("Told"), Failures.class, ServerRpcHandler.class));

        assertThat(logged()).contains("Told").contains("at " + Failures.class.getName());
    }

    @Test
    @LogsErrors("Failure")
    void so_is_what_failed_in_a_screen_behind_a_failure_of_vaadin() {
        IllegalStateException outer = new IllegalStateException(
                "Told", at(new IllegalStateException("Cause"), Failures.class, ServerRpcHandler.class));

        failures().log(at(outer, MapSyncRpcHandler.class, ServerRpcHandler.class));

        assertThat(logged()).contains("Told", "Cause");
    }

    @Test
    @LogsErrors("Failure")
    void so_is_what_fails_outside_of_messages() {
        failures().log(at(new IllegalStateException("Told"), MapSyncRpcHandler.class));

        assertThat(logged()).contains("Told");
    }

    @Test
    @LogsErrors("Failure")
    void a_screen_that_cannot_read_json_does_not_repeat_it() {
        RuntimeException unreadable = unreadable();
        IllegalStateException outer = new IllegalStateException(unreadable.getMessage(), unreadable);

        failures().log(at(outer, Failures.class, ServerRpcHandler.class));

        assertThat(unreadable.getMessage()).as("would be repeated").contains("Opdigtsen");
        assertThat(logged())
                .contains("at " + Failures.class.getName(), IllegalStateException.class.getName(), "Caused by")
                .doesNotContain("Opdigtsen");
    }

    private static Failures failures() {
        return new Failures(new Ids(new TestClock()));
    }

    private static RuntimeException unreadable() {
        try {
            JacksonUtils.getMapper().readTree("Opdigtsen");
        } catch (JacksonException e) {
            return e;
        }
        throw new AssertionError("That is no JSON");
    }

    /** As if it had been thrown by the first of these, which the others called. */
    private static <T extends Throwable> T at(T failure, Class<?>... stack) {
        failure.setStackTrace(Arrays.stream(stack)
                .map(type -> new StackTraceElement(type.getName(), "method", null, 1))
                .toArray(StackTraceElement[]::new));
        return failure;
    }

    private String logged() {
        List<String> texts = lines.list.stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : "\n" + ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .toList();
        return String.join("\n", texts);
    }
}
