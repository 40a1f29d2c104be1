package app.carddesk.shell;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Preferences;
import app.carddesk.access.Theme;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.PageLanguage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives every new window the language and theme of the person in front of it, and its errors a handler. */
@Component
class SessionStart implements VaadinServiceInitListener {

    private final CurrentPerson current;
    private final Preferences preferences;
    private final Failures failures;

    SessionStart(CurrentPerson current, Preferences preferences, Failures failures) {
        this.current = current;
        this.preferences = preferences;
        this.failures = failures;
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
            }
        });
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
        });
    }

    private static ColorScheme.Value scheme(Theme theme) {
        return switch (theme) {
            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
        };
    }
}
