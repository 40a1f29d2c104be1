package app.carddesk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fails every test during which an ERROR was logged that no {@link LogsErrors} declares: an ERROR is what somebody has to
 * act on, so a green run has none. Found by JUnit itself, for all tests, in each process that runs some. What is logged
 * between two tests, by a thread that goes on, is told by the next.
 */
public class UnaskedErrors implements AfterEachCallback, AfterAllCallback {

    private static final ConcurrentLinkedQueue<String> HEARD = new ConcurrentLinkedQueue<>();

    /** What the tests of a class have logged of what the class declares. */
    private static final ConcurrentMap<Class<?>, Set<String>> SEEN = new ConcurrentHashMap<>();

    static void hear(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            HEARD.add(event.getLoggerName() + ": " + event.getFormattedMessage().strip());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> errors = heard();
        test.getTestMethod().ifPresent(method -> missing(method, found(method, errors)));
        ofClass(test.getRequiredTestClass(), errors);
        refuse(errors);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        List<String> errors = heard();
        Class<?> type = tests.getRequiredTestClass();
        ofClass(type, errors);
        Set<String> seen = SEEN.remove(type);
        refuse(errors);
        if (tests.getExecutionException().isEmpty()) {
            missing(type, seen == null ? Set.of() : seen);
        }
    }

    private static List<String> heard() {
        List<String> errors = new ArrayList<>();
        for (String error = HEARD.poll(); error != null; error = HEARD.poll()) {
            errors.add(error);
        }
        return errors;
    }

    private static void ofClass(Class<?> type, List<String> errors) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            SEEN.computeIfAbsent(type, one -> ConcurrentHashMap.newKeySet()).addAll(found(around, errors));
        }
    }

    /** Takes out the errors that are declared, and says which declarations that were. */
    private static Set<String> found(AnnotatedElement declaring, List<String> errors) {
        Set<String> found = new LinkedHashSet<>();
        declared(declaring)
                .flatMap(one -> Arrays.stream(one.value()))
                .filter(part -> errors.stream().anyMatch(error -> error.contains(part)))
                .forEach(found::add);
        errors.removeIf(error -> found.stream().anyMatch(error::contains));
        return found;
    }

    private static Stream<LogsErrors> declared(AnnotatedElement declaring) {
        return AnnotationSupport.findAnnotation(declaring, LogsErrors.class).stream();
    }

    private static void missing(AnnotatedElement declaring, Set<String> found) {
        List<String> missing = declared(declaring)
                .filter(LogsErrors::always)
                .flatMap(one -> Arrays.stream(one.value()))
                .filter(part -> !found.contains(part))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("No ERROR was logged of those that are declared: " + missing);
        }
    }

    private static void refuse(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "An ERROR was logged that this test did not ask for. Mend what logs it, or declare it"
                            + " with @LogsErrors: " + errors);
        }
    }
}
