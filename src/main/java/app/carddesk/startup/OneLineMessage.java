package app.carddesk.startup;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/**
 * The message of a log line, which stays on its line whatever was put into it. Only why Carddesk cannot start is told on
 * several lines, each set in: whoever started it reads that.
 */
public class OneLineMessage extends MessageConverter {

    private static final String FAILED_START = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().equals(FAILED_START)
                ? message.lines().map(OneLine::of).collect(Collectors.joining(System.lineSeparator() + "    "))
                : OneLine.of(message);
    }
}
