package app.carddesk.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.DemoPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends KaribuTest {

    @Autowired
    private CurrentPerson current;

    @Test
    void the_person_signed_in_is_the_one_who_acts() {
        signIn("agent");

        assertThat(current.id()).isEqualTo(DemoPeople.AGENT);
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void the_sign_in_page_says_what_this_is() {
        signIn("agent");

        UI.getCurrent().navigate("login");

        assertThat(_get(H1.class).getElement().getTextRecursively()).isEqualTo("Carddesk");
        assertThat(_get(LoginForm.class).getAction()).isEqualTo("login");
    }
}
