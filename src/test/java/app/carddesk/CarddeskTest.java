package app.carddesk;

import static org.springframework.test.context.TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test on the whole application with its demo people. All tests share one application context and one database: they
 * bring what they need under names of their own and expect nothing to be empty.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(CarddeskTest.Database.class)
@SpringBootTest(classes = CarddeskApplication.class)
@ActiveProfiles({"demo", "test"})
@Import(TestClock.Configuration.class)
@TestExecutionListeners(listeners = CarddeskTest.OwnSecurity.class, mergeMode = MERGE_WITH_DEFAULTS)
public @interface CarddeskTest {

    /** Makes sure there is a database before Spring looks for one. */
    class Database implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            prepare();
        }

        /** The same for tests that another engine runs. */
        public void prepare() {
            TestInstallation.prepareDatabase();
        }
    }

    /** Lets each test ask its own application who is signed in, and not the one that started last. */
    class OwnSecurity implements TestExecutionListener {

        @Override
        public void beforeTestMethod(TestContext test) {
            test.getApplicationContext().getBeanProvider(SignIn.class).ifAvailable(SignIn::useThisApplication);
        }
    }
}
