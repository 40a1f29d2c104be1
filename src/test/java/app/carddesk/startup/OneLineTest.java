package app.carddesk.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Nobody forges a line of the log, neither by what they type nor by what an exception repeats of it. */
class OneLineTest {

    private static final String FORGED =
            "name\n2026-11-21T10:00:00.000Z  INFO 1 --- [main] app : all is well\r\u001b[2K\u2028x";

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_message_stays_on_its_line() throws Exception {
        String line = written(null);

        assertThat(line.lines()).hasSize(1);
        assertThat(line)
                .contains("name\\u000a2026")
                .contains("\\u000d\\u001b[2K\\u2028x")
                .doesNotContain("\u001b");
    }

    @Test
    void what_exceptions_repeat_stays_on_its_line() throws Exception {
        Exception cause = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        cause.addSuppressed(new IllegalStateException(FORGED));

        String text = written(cause);

        assertThat(text).contains("Caused by: java.lang.IllegalArgumentException: name\\u000a");
        assertThat(text.lines().skip(1))
                .allMatch(
                        line -> line.matches(
                                "^(\\s+(at |\\.\\.\\. |Suppressed: ).*|[a-zA-Z.]*IllegalStateException: name.*|Caused by: .*)$"));
    }

    @Test
    void why_it_cannot_start_is_told_on_lines_that_are_set_in() {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");
        event.setMessage("Description:\n\nThe folder is gone.\u001b[2K");

        assertThat(new OneLineMessage().convert(event).lines())
                .containsExactly("Description:", "    ", "    The folder is gone.\\u001b[2K");
    }

    @Test
    void the_log_is_set_up_with_it() throws Exception {
        String setUp = new String(
                OneLineTest.class.getResourceAsStream("/logback-spring.xml").readAllBytes(), StandardCharsets.UTF_8);

        assertThat(setUp).contains("%oneLine%n%oneLineThrowable").doesNotContain("%m%n");
    }

    private String written(Throwable thrown) throws Exception {
        JoranConfigurator rules = new JoranConfigurator();
        rules.setContext(context);
        rules.doConfigure(new ByteArrayInputStream("""
                <configuration>
                  <conversionRule conversionWord="oneLine" class="app.carddesk.startup.OneLineMessage"/>
                  <conversionRule conversionWord="oneLineThrowable" class="app.carddesk.startup.OneLineThrowable"/>
                </configuration>""".getBytes(StandardCharsets.UTF_8)));
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%5p : %oneLine%n%oneLineThrowable");
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                OneLineTest.class.getName(), context.getLogger("app"), Level.INFO, "Hello {}", thrown, new Object[] {
                    FORGED
                });
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
