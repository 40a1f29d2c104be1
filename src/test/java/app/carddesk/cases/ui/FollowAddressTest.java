package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks first depends on how the customer can be reached, and what is said of it follows what is typed. */
@Tag("database")
class FollowAddressTest extends CaseScreen {

    private static final String NO_EMAIL = "The customer cannot be reached by e-mail";

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards registered;

    @Test
    void a_supervisor_is_spoken_of_until_there_is_an_address_while_the_button_stays() {
        TestCase due = requests.phoned(registered.active(30_000));
        signIn("agent");
        UI.getCurrent().navigate(CasesNavigation.of(due.number()));
        assertThat(shown()).contains(NO_EMAIL);
        Button request = request();

        fill("E-mail", "f" + UUID.randomUUID() + "@example.org");

        assertThat(shown()).doesNotContain(NO_EMAIL).contains("within your limit of DKK 400.00");
        assertThat(request()).isSameAs(request);
    }

    private static Button request() {
        return _get(Button.class, spec -> spec.withText("Request replacement"));
    }

    private static String shown() {
        return _get(CaseView.class).getElement().getTextRecursively().replace('\u00a0', ' ');
    }
}
