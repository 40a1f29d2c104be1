package app.carddesk.shell;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Preferences;
import app.carddesk.access.Theme;
import app.carddesk.access.ui.SignedOutPage;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.PageLanguage;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Gives every new window the language and theme of the person in front of it, outlines of a screen until there is one,
 * and its errors a handler.
 */
@Component
class SessionStart implements VaadinServiceInitListener {

    /** Gone as soon as the outlet before it holds a screen; the style sheet sees to that. */
    private static final String OUTLINES = """
            <div class="cd-boot" aria-hidden="true">
              <div class="cd-boot-nav"><i class="cd-boot-title"></i><i></i><i></i><i></i></div>
              <div class="cd-boot-page"><i class="cd-boot-title"></i><i class="cd-boot-block"></i><i class="cd-boot-block"></i></div>
            </div>""";

    private static final String WEBSOCKET_TRIES = "1";

    private final CurrentPerson current;
    private final Preferences preferences;
    private final Failures failures;
    private final I18NProvider translations;

    SessionStart(CurrentPerson current, Preferences preferences, Failures failures, I18NProvider translations) {
        this.current = current;
        this.preferences = preferences;
        this.failures = failures;
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // With the first bytes of the page, so that nothing jumps.
        event.addIndexHtmlRequestListener(page -> {
            if (current.find().isPresent()) {
                page.getDocument()
                        .expectFirst("html")
                        .attr(
                                "data-density",
                                preferences.chosen().density().name().toLowerCase(Locale.ROOT));
                page.getDocument().body().append(OUTLINES);
            }
        });
        event.getSource()
                .setSystemMessagesProvider(asked -> messages(
                        Language.of(asked.getLocale()),
                        asked.getRequest() == null ? "" : asked.getRequest().getContextPath()));
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(failures));
        event.getSource().addUIInitListener(window -> {
            UI ui = window.getUI();
            if (current.find().isPresent()) {
                Preferences.Chosen chosen = preferences.chosen();
                if (chosen.language() != null) {
                    ui.getSession().setLocale(chosen.language().locale());
                }
                ui.getPage().setColorScheme(scheme(chosen.theme()));
            }
            // Whatever the browser asks for, one of our own languages answers.
            ui.setLocale(Language.of(ui.getLocale()).locale());
            PageLanguage.declare(ui);
            // Where a proxy passes no websockets on, polling begins after the second try instead of the twelfth.
            ui.getPushConfiguration().setParameter("maxWebsocketErrorRetries", WEBSOCKET_TRIES);
            ui.getReconnectDialogConfiguration().setDialogText(Texts.t("shell.connection.lost"));
            ui.getReconnectDialogConfiguration().setDialogTextGaveUp(Texts.t("shell.connection.gone"));
        });
    }

    /**
     * What the browser says when the server's answer is no use to it; a session that ended leads to the page that says
     * so. They are asked for before Vaadin knows its service, whenever a request comes without a session.
     */
    private CustomizedSystemMessages messages(Language language, String root) {
        Locale locale = language.locale();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(translations.getTranslation("shell.broken.title", locale));
        messages.setInternalErrorMessage(translations.getTranslation("shell.broken", locale));
        messages.setCookiesDisabledCaption(translations.getTranslation("shell.cookies.title", locale));
        messages.setCookiesDisabledMessage(translations.getTranslation("shell.cookies", locale));
        messages.setSessionExpiredURL(root + "/" + SignedOutPage.address(language));
        return messages;
    }

    private static ColorScheme.Value scheme(Theme theme) {
        return switch (theme) {
            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
        };
    }
}
