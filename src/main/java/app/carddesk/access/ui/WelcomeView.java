package app.carddesk.access.ui;

import app.carddesk.access.FirstAdministrator;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the link that a new installation prints leads: the first administrator names themselves. */
@Route(value = "welcome/:token", autoLayout = false)
@AnonymousAllowed
public class WelcomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdministrator first;
    private final TextField username = new TextField(Texts.t("access.login.username"));
    private final TextField name = new TextField(Texts.t("access.welcome.name"));
    private final PasswordField password = new PasswordField(Texts.t("access.login.password"));
    private String token = "";

    WelcomeView(FirstAdministrator first) {
        this.first = first;
        addClassName("cd-login");
        username.setRequiredIndicatorVisible(true);
        password.setRequiredIndicatorVisible(true);
        password.setHelperText(Texts.t("access.welcome.password.hint", FirstAdministrator.PASSWORD_LENGTH));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        if (first.isOpen(token)) {
            Button create = new Button(Texts.t("access.welcome.create"), click -> create());
            create.addThemeVariants(ButtonVariant.AURA_PRIMARY);
            Paragraph purpose = new Paragraph(Texts.t("access.welcome.purpose"));
            purpose.addClassName("cd-soft");
            add(new Div(new H1("Carddesk"), purpose, username, name, password, create));
        } else {
            add(new EmptyState(
                    Texts.t("access.welcome.closed"),
                    Texts.t("access.welcome.closed.hint"),
                    new Anchor("login", Texts.t("access.login.submit"))));
        }
    }

    private void create() {
        username.setInvalid(false);
        name.setInvalid(false);
        password.setInvalid(false);
        switch (first.create(token, username.getValue(), name.getValue(), password.getValue())) {
            case CREATED -> getUI().ifPresent(ui -> ui.navigate(LoginView.class));
            case LINK_NOT_VALID -> getUI().ifPresent(ui -> ui.getPage().reload());
            case USERNAME_NOT_VALID -> {
                username.setErrorMessage(Texts.t("access.welcome.username.refused"));
                username.setInvalid(true);
                username.focus();
            }
            case NAME_HOLDS_CODE -> {
                name.setErrorMessage(Texts.t("access.welcome.name.holdsCode"));
                name.setInvalid(true);
                name.focus();
            }
            case PASSWORD_TOO_SHORT -> {
                password.setErrorMessage(Texts.t("access.welcome.password.hint", FirstAdministrator.PASSWORD_LENGTH));
                password.setInvalid(true);
                password.focus();
            }
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("access.welcome.title"));
    }
}
