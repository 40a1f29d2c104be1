package app.carddesk.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.startup.TestDatabaseDoor;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.ErrorEvent;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What windows that are open say while the database is away. */
@Tag("database")
class AwayNoticeTest extends KaribuTest {

    @Autowired
    private TestDatabaseDoor door;

    @Autowired
    private DatabaseAvailability database;

    @Autowired
    private Failures failures;

    @Test
    void it_is_said_across_the_screen_as_long_as_it_is_so() {
        signIn("agent");
        UI.getCurrent().add(new AwayNotice(database));
        _assertNone(Div.class, spec -> spec.withClasses("cd-away"));

        Runnable open = door.shut();
        try {
            await().pollInSameThread().untilAsserted(() -> {
                MockVaadin.runUIQueue();
                assertThat(_get(Div.class, spec -> spec.withClasses("cd-away")).getText())
                        .startsWith("The database does not answer just now");
            });
        } finally {
            open.run();
        }

        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue();
            _assertNone(Div.class, spec -> spec.withClasses("cd-away"));
        });
    }

    @Test
    void an_act_that_was_not_done_says_so_without_a_number_to_mention() {
        signIn("agent");

        failures.error(new ErrorEvent(
                new CannotGetJdbcConnectionException("none", new SQLTransientConnectionException("away", "08001"))));

        expectNotifications(
                "Not done: the database does not answer. Nothing you typed is lost; try again when it is back.");
    }
}
