package app.carddesk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * A test on an application of its own, with a data folder and a database nobody else has: for what would take away from
 * others what they share. The application ends with the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnInstallation.Prepared.class)
@SpringBootTest(classes = CarddeskApplication.class)
@ActiveProfiles({"demo", "test"})
@Import(TestClock.Configuration.class)
@TestPropertySource(properties = "carddesk.test.installation=own")
@DirtiesContext
public @interface OwnInstallation {

    /** Makes the application start elsewhere, and those after it where all others are. */
    final class Prepared implements BeforeAllCallback, AfterAllCallback {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Prepared.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            String name =
                    "own_" + context.getRequiredTestClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            context.getStore(HERE).put(Runnable.class, TestInstallation.prepareAnother(name));
        }

        @Override
        public void afterAll(ExtensionContext context) {
            context.getStore(HERE).remove(Runnable.class, Runnable.class).run();
        }
    }
}
