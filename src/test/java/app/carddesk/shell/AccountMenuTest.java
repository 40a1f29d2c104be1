package app.carddesk.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Preferences;
import app.carddesk.access.Theme;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountMenuTest extends KaribuTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private CurrentPerson current;

    @Autowired
    private AuthenticationContext authentication;

    @AfterEach
    void backToEnglish() {
        preferences.choose(Language.EN);
        preferences.choose(Theme.SYSTEM);
    }

    private void open() {
        UI.getCurrent().navigate("login");
        UI.getCurrent().add(new AccountMenu(current, preferences, authentication));
    }

    private static void choose(String text) {
        MenuItem item = items(_get(MenuBar.class).getItems().getFirst())
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return Stream.concat(
                Stream.of(item), item.getSubMenu().getItems().stream().flatMap(AccountMenuTest::items));
    }

    @Test
    void a_language_once_chosen_is_there_at_the_next_sign_in() {
        signIn("agent2");
        open();

        choose("Svenska");
        signIn("agent2");

        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.of("sv"));
        open();
        choose("English");
    }

    @Test
    void a_look_once_chosen_is_kept() {
        signIn("agent2");
        open();

        choose("Dark");

        assertThat(preferences.chosen().theme()).isEqualTo(Theme.DARK);
    }
}
