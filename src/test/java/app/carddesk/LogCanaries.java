package app.carddesk;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Listens to every log line of a test process, and to those of the applications it started. When the process has run its
 * last test, it fails the build if one holds a redemption code, a password, a session id or something personal, and names
 * the logger: only then is known what is to be looked for. Stays when Spring Boot sets logging up anew.
 */
public class LogCanaries implements LauncherSessionListener {

    private static final Listening LISTENING = new Listening();

    /** The mail server and the database server of the tests: programs of their own, whose logs are not ours. */
    private static final List<String> OUTSIDE = List.of("com.icegreen.", "io.zonky.");

    /** What applications wrote that ran as processes of their own. */
    private static final Set<Path> OUTPUTS = ConcurrentHashMap.newKeySet();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LISTENING.setContext(context);
        attach(context);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            checkEverything();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if anything written so far, in this process or in one it started, holds what must not be there. */
    static void checkEverything() throws IOException {
        List<Line> lines = new ArrayList<>(LISTENING.lines());
        for (Path output : OUTPUTS) {
            lines.addAll(lines(output));
        }
        check(lines);
    }

    /** Fails if this file holds what must not be in a log. */
    static void check(Path output) {
        try {
            check(lines(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(Path output) throws IOException {
        String name = output.getFileName().toString();
        return Files.readString(output)
                .lines()
                .map(line -> new Line(name, line))
                .toList();
    }

    /** Whether it hears what is logged now. */
    static boolean hears(String text) {
        return LISTENING.lines().stream().anyMatch(line -> line.text().equals(text));
    }

    /** Looks through this file as well. */
    public static void watch(Path output) {
        OUTPUTS.add(output);
    }

    /** Looks through this file no more. */
    static void forget(Path output) {
        OUTPUTS.remove(output);
    }

    /** Fails with the loggers of the lines that hold what must not be there; the lines are not repeated. */
    static void check(Collection<Line> lines) {
        Map<String, Long> found = lines.parallelStream()
                .flatMap(line -> Canaries.in(line.text()).stream().map(what -> line.logger() + " wrote " + what))
                .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        if (!found.isEmpty()) {
            throw new AssertionError("The log of the test run holds what must never stand in a log: " + found);
        }
    }

    /** What was written, and where. */
    record Line(String logger, String text) {}

    private static void attach(LoggerContext context) {
        LISTENING.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(LISTENING);
    }

    /** Keeps each text once. */
    private static final class Listening extends AppenderBase<ILoggingEvent> {

        private final ConcurrentMap<Line, Boolean> lines = new ConcurrentHashMap<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (OUTSIDE.stream().anyMatch(event.getLoggerName()::startsWith)) {
                return;
            }
            UnaskedErrors.hear(event);
            String thrown = event.getThrowableProxy() == null
                    ? ""
                    : System.lineSeparator() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.put(new Line(event.getLoggerName(), event.getFormattedMessage() + thrown), true);
        }

        private Collection<Line> lines() {
            return lines.keySet();
        }
    }

    /** Attaches the listener again when an application has set logging up anew. */
    static final class Again implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            attach((LoggerContext) LoggerFactory.getILoggerFactory());
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
