package app.carddesk.web.ui;

import app.carddesk.web.Strangers;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to nothing that is said on a websocket, and closes one that is not of an open window of somebody signed in:
 * windows are told there, and say what they have to say by requests of their own ({@code Transport.WEBSOCKET_XHR}), which
 * {@link GuardedMessages} takes.
 */
class DeafPush extends AtmosphereInterceptorAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(DeafPush.class);

    @Override
    public Action inspect(AtmosphereResource resource) {
        return isOpening(resource) ? Action.CONTINUE : Action.CANCELLED;
    }

    /** A window that has ended is told so by then, and goes to the page that says why. */
    @Override
    public void postInspect(AtmosphereResource resource) {
        if (resource.transport() == AtmosphereResource.TRANSPORT.WEBSOCKET
                && isOpening(resource)
                && (!resource.isSuspended() || isStrangers(resource.session(false)))) {
            try {
                resource.close();
            } catch (IOException e) {
                LOG.debug("A websocket that nobody needs cannot be closed", e);
            }
        }
    }

    private static boolean isOpening(AtmosphereResource resource) {
        return resource.getRequest().getMethod().equals("GET");
    }

    private static boolean isStrangers(@Nullable HttpSession session) {
        return session == null || session.getAttribute(Strangers.STRANGER) != null;
    }

    /** A window that says good-bye is heard by Atmosphere itself. */
    @Override
    public PRIORITY priority() {
        return PRIORITY.AFTER_DEFAULT;
    }
}
