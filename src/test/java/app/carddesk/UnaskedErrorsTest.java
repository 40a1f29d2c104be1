package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A test that logs an ERROR nobody asked for fails, and so does one that asks for an ERROR and gets none. */
class UnaskedErrorsTest {

    private static final Logger LOG = LoggerFactory.getLogger(UnaskedErrorsTest.class);

    @Test
    void an_error_is_allowed_exactly_where_it_is_declared() {
        assertThat(outcomes(Talkative.class))
                .containsEntry("logs_an_error()", "An ERROR was logged that this test did not ask for")
                .containsEntry("logs_another_error_than_the_one_asked_for()", "No ERROR was logged")
                .containsEntry("asks_in_vain()", "No ERROR was logged")
                .containsEntry("may_log_one()", "")
                .containsEntry("asks_and_gets_it()", "")
                .containsEntry("warns()", "");
    }

    @Test
    void what_is_logged_after_the_last_test_of_a_class_fails_the_class() {
        assertThat(outcomes(TalkativeAtTheEnd.class))
                .containsEntry("says_nothing()", "")
                .containsEntry("TalkativeAtTheEnd", "An ERROR was logged that this test did not ask for");
    }

    @Test
    void what_a_whole_class_declares_must_come_once_and_may_come_in_each_of_its_tests() {
        assertThat(outcomes(Declared.class)).containsEntry("one()", "").containsEntry("two()", "");
        assertThat(outcomes(DeclaredInVain.class)).containsEntry("DeclaredInVain", "No ERROR was logged");
    }

    /** What became of the tests and classes below this one: empty, or how the failure begins. */
    private static Map<String, String> outcomes(Class<?> tests) {
        Map<String, String> outcomes = new TreeMap<>();
        // Without the listeners of the session, which is that of the run around.
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        String message = result.getThrowable()
                                .map(Throwable::getMessage)
                                .map(text -> text.replaceAll("[.:] .*| of those .*", ""))
                                .orElse("");
                        outcomes.put(test.getDisplayName().replaceFirst("^.*\\$", ""), message);
                    }
                });
        return outcomes;
    }

    static class Talkative {

        @Test
        void logs_an_error() {
            LOG.error("Nobody asked for this");
        }

        @Test
        @LogsErrors("Asked for")
        void logs_another_error_than_the_one_asked_for() {
            LOG.error("Something else");
        }

        @Test
        @LogsErrors("Asked for")
        void asks_in_vain() {
            LOG.warn("Asked for, and only a warning");
        }

        @Test
        @LogsErrors(value = "Asked for", always = false)
        void may_log_one() {
            LOG.info("Asked for");
        }

        @Test
        @LogsErrors("Asked for")
        void asks_and_gets_it() {
            LOG.error("Asked for, twice");
            LOG.error("Asked for, twice");
        }

        @Test
        void warns() {
            LOG.warn("Only a warning");
        }
    }

    static class TalkativeAtTheEnd {

        @AfterAll
        static void end() {
            LOG.error("Nobody asked for this");
        }

        @Test
        void says_nothing() {
            LOG.info("Nothing");
        }
    }

    @LogsErrors("Asked for")
    static class Declared {

        @Test
        void one() {
            LOG.error("Asked for");
        }

        @Test
        void two() {
            LOG.info("Nothing");
        }
    }

    @LogsErrors("Asked for")
    static class DeclaredInVain {

        @Test
        void one() {
            LOG.info("Nothing");
        }
    }
}
