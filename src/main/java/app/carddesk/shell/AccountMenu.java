package app.carddesk.shell;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Density;
import app.carddesk.access.Person;
import app.carddesk.access.Preferences;
import app.carddesk.access.Role;
import app.carddesk.access.Theme;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who is signed in, in which roles; language, theme, and the way out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AccountMenu extends Composite<Div> {

    private final Preferences preferences;

    AccountMenu(CurrentPerson current, Preferences preferences, AuthenticationContext authentication) {
        this.preferences = preferences;
        getContent().addClassName("cd-account");
        Optional<Person> person = current.find();
        person.ifPresent(someone -> build(someone, authentication));
    }

    private void build(Person person, AuthenticationContext authentication) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.getElement().setAttribute("aria-label", Texts.t("shell.account"));
        MenuItem account = bar.addItem(words(person));
        account.setAriaLabel(Texts.t("shell.account.of", person.name()));
        SubMenu menu = account.getSubMenu();

        Preferences.Chosen chosen = preferences.chosen();
        Language current = Language.of(UI.getCurrent().getLocale());
        SubMenu languages = menu.addItem(Texts.t("shell.language")).getSubMenu();
        for (Language language : Language.values()) {
            MenuItem item = languages.addItem(language.nativeName(), click -> choose(language));
            item.setCheckable(true);
            item.setChecked(language == current);
        }
        SubMenu themes = menu.addItem(Texts.t("shell.theme")).getSubMenu();
        for (Theme theme : Theme.values()) {
            MenuItem item = themes.addItem(Texts.of(theme), click -> choose(theme));
            item.setCheckable(true);
            item.setChecked(theme == chosen.theme());
        }
        SubMenu densities = menu.addItem(Texts.t("shell.density")).getSubMenu();
        for (Density density : Density.values()) {
            MenuItem item = densities.addItem(Texts.of(density), click -> choose(density));
            item.setCheckable(true);
            item.setChecked(density == chosen.density());
        }
        menu.addItem(Texts.t("shell.tour.again"), click -> {
            preferences.chooseTour(true);
            UI.getCurrent().getPage().reload();
        });
        menu.addSeparator();
        menu.addItem(Texts.t("shell.signOut"), click -> authentication.logout());
        getContent().add(bar);
    }

    private static Div words(Person person) {
        Span name = new Span(person.name());
        name.addClassName("cd-account-name");
        Span roles = new Span(person.roles().stream()
                .sorted()
                .map((Role role) -> Texts.of(role))
                .collect(Collectors.joining(", ")));
        roles.addClassNames("cd-soft", "cd-small");
        Div words = new Div(name, roles);
        words.addClassName("cd-account-words");
        return words;
    }

    private void choose(Language language) {
        preferences.choose(language);
        UI.getCurrent().getSession().setLocale(language.locale());
        // Texts are written when a screen is built: build it again, where the person is.
        UI.getCurrent().getPage().reload();
    }

    private void choose(Density density) {
        preferences.choose(density);
        UI.getCurrent().getPage().reload();
    }

    private void choose(Theme theme) {
        preferences.choose(theme);
        UI.getCurrent().getPage().reload();
    }
}
