package app.carddesk.shell;

import app.carddesk.shared.DatabaseAway;
import app.carddesk.shared.Ids;
import app.carddesk.shared.RecurringTrouble;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.WindowMessages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JsonDecodingException;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The one place where everything unexpected ends: the person is told, with a number to mention, and the log has the
 * rest under the same number.
 */
@Component
class Failures implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Ids ids;
    private final RecurringTrouble unreadable = new RecurringTrouble();

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
        if (WindowMessages.areAtFault(failure)) {
            unreadable.tell(more -> LOG.warn(
                    "A message of a window could not be carried out: {}; failure {}{}",
                    WindowMessages.placeOf(failure),
                    reference,
                    more));
            LOG.debug("Failure {}", reference, failure);
        } else {
            LOG.error("Failure {}", reference, holdsMessage(failure) ? Wordless.of(failure) : failure);
        }
        return reference;
    }

    /** Whether the words of a failure repeat what could not be read. */
    private static boolean holdsMessage(Throwable failure) {
        return WindowMessages.causes(failure)
                .anyMatch(cause -> cause instanceof JacksonException || cause instanceof JsonDecodingException);
    }

    /** A failure by its class and places, without its words. */
    private static final class Wordless extends Exception {

        private Wordless(Throwable failure, @Nullable Throwable cause) {
            super(failure.getClass().getName(), cause);
            setStackTrace(failure.getStackTrace());
        }

        /** The same with all its causes. */
        static Throwable of(Throwable failure) {
            @Nullable Throwable whole = null;
            for (Throwable cause : WindowMessages.causes(failure).toList().reversed()) {
                whole = new Wordless(cause, whole);
            }
            return Objects.requireNonNull(whole);
        }
    }
}
