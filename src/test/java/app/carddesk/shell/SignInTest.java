package app.carddesk.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.DemoPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(_get(LoginForm.class).isError()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "wait=45, Wait 45 seconds",
        "wait=90, Wait 2 minutes",
        "wait=60, Wait a minute",
        // Whoever wrote the link, nobody is told to wait for longer than anybody has to.
        "wait=999999, Wait 15 minutes"
    })
    void whoever_guessed_too_often_reads_how_long_to_wait_and_what_to_do(String query, String words) {
        browse(null);

        UI.getCurrent().navigate("login", QueryParameters.fromString(query));

        LoginForm form = _get(LoginForm.class);
        assertThat(form.isError()).isTrue();
        assertThat(form.getElement().getPropertyRaw("i18n").toString())
                .contains("Too many attempts", words + ", then try again", "ask an administrator");
    }

    @Test
    void where_nobody_could_be_looked_up_the_password_is_not_blamed() {
        browse(null);

        UI.getCurrent().navigate("login", QueryParameters.of("unavailable", ""));

        LoginForm form = _get(LoginForm.class);
        assertThat(form.isError()).isTrue();
        assertThat(form.getElement().getPropertyRaw("i18n").toString()).contains("Your password is not to blame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=0", "wait=-5", "wait=soon", "wait="})
    void a_wait_that_is_none_is_not_told(String query) {
        browse(null);

        UI.getCurrent().navigate("login", QueryParameters.fromString(query));

        assertThat(_get(LoginForm.class).isError()).isFalse();
    }

    @Test
    void a_refusal_does_not_say_whether_the_name_exists() {
        browse(null);

        UI.getCurrent().navigate("login", QueryParameters.fromString("error"));

        assertThat(_get(LoginForm.class).isError()).isTrue();
        assertThat(_get(LoginForm.class).getElement().getPropertyRaw("i18n").toString())
                .contains("Check the user name and the password");
    }
}
