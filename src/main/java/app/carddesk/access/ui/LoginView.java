package app.carddesk.access.ui;

import app.carddesk.access.SignInLimits;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.PageLanguage;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Sign in. Follows the browser's language; another one is a click away. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();
    private final Paragraph purpose = new Paragraph();
    private final Paragraph demo = new Paragraph();
    private final long longestWait;
    /** How long to wait before the next try, in seconds; 0 if not at all. */
    private long wait;

    private boolean unavailable;

    private boolean stale;

    LoginView(Environment environment, SignInLimits limits) {
        longestWait = limits.longestWait().toSeconds();
        addClassName("cd-login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);

        H1 name = new H1(new Span("Carddesk"));
        purpose.addClassName("cd-soft");
        demo.addClassNames("cd-soft", "cd-small");
        demo.setVisible(environment.acceptsProfiles(Profiles.of("demo")));
        add(new Div(name, purpose, form, demo, languages()));
    }

    private Div languages() {
        Div languages = new Div();
        languages.addClassName("cd-login-languages");
        for (Language language : Language.values()) {
            Button button = new Button(
                    language.nativeName(), click -> UI.getCurrent().getSession().setLocale(language.locale()));
            button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
            button.getElement().setAttribute("lang", language.locale().toLanguageTag());
            languages.add(button);
        }
        return languages;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        PageLanguage.declare(event.getUI());
        say();
    }

    private void say() {
        purpose.setText(Texts.t("access.login.purpose"));
        demo.setText(Texts.t("access.login.demo"));
        LoginI18n i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle(Texts.t("access.login.title"));
        i18n.getForm().setUsername(Texts.t("access.login.username"));
        i18n.getForm().setPassword(Texts.t("access.login.password"));
        i18n.getForm().setSubmit(Texts.t("access.login.submit"));
        if (wait > 0) {
            i18n.getErrorMessage().setTitle(Texts.t("access.login.wait"));
            i18n.getErrorMessage().setMessage(Texts.t("access.login.wait.hint", howLong()));
        } else if (stale) {
            i18n.getErrorMessage().setTitle(Texts.t("access.login.stale"));
            i18n.getErrorMessage().setMessage(Texts.t("access.login.stale.hint"));
        } else if (unavailable) {
            i18n.getErrorMessage().setTitle(Texts.t("access.login.unavailable"));
            i18n.getErrorMessage().setMessage(Texts.t("access.login.unavailable.hint"));
        } else {
            i18n.getErrorMessage().setTitle(Texts.t("access.login.refused"));
            i18n.getErrorMessage().setMessage(Texts.t("access.login.refused.hint"));
        }
        i18n.getErrorMessage().setUsername(Texts.t("access.login.username.missing"));
        i18n.getErrorMessage().setPassword(Texts.t("access.login.password.missing"));
        form.setI18n(i18n);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        // Another window signed in or out since this page was opened, and took its token with it.
        stale = query.getSingleParameter("error").filter("stale"::equals).isPresent();
        wait = query.getSingleParameter("wait").map(this::seconds).orElse(0L);
        unavailable = query.getParameters().containsKey("unavailable");
        form.setError(wait > 0 || unavailable || query.getParameters().containsKey("error"));
        say();
    }

    /** Whoever wrote the link, nobody is told to wait for longer than anybody has to. */
    private long seconds(String written) {
        return written.matches("\\d{1,6}") ? Math.min(Long.parseLong(written), longestWait) : 0;
    }

    private String howLong() {
        return wait < 60
                ? Texts.t("access.login.wait.seconds", wait)
                : Texts.t("access.login.wait.minutes", Math.ceilDiv(wait, 60));
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("access.login.title"));
    }
}
