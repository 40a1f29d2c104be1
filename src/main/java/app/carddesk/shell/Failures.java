package app.carddesk.shell;

import app.carddesk.shared.DatabaseAway;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The one place where everything unexpected ends: the person is told, with a number to mention, and the log has the
 * rest under the same number.
 */
@Component
class Failures implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Ids ids;

    Failures(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (event.getThrowable() instanceof AccessDeniedException) {
            if (ui != null) {
                Toasts.failure(Texts.t("shell.denied"));
            }
            return;
        }
        if (DatabaseAway.isBehind(event.getThrowable())) {
            // The log is told by whoever watches the database, once and not for each act.
            if (ui != null) {
                Toasts.failure(Texts.t("shell.database.notDone"));
            }
            return;
        }
        String reference = log(event.getThrowable());
        if (ui != null) {
            Toasts.failure(Texts.t("shell.failure", reference));
        }
    }

    /** Logs a failure and returns the number it can be found by. */
    String log(Throwable failure) {
        String id = ids.next().toString();
        String reference = id.substring(id.length() - 8).toUpperCase(Locale.ROOT);
        LOG.error("Failure {}", reference, failure);
        return reference;
    }
}
