package app.carddesk.web.ui;

import app.carddesk.shared.RecurringTrouble;
import app.carddesk.shared.ui.WindowMessages;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.RequestBodyTooLargeException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.atmosphere.cpr.HeaderConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the messages of windows in Vaadin's place and turns away, before anything of a window is touched, what no window
 * could have sent. What it said stands in no log: it may hold anything.
 */
class GuardedMessages extends UidlRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedMessages.class);

    private static final RecurringTrouble REFUSED = new RecurringTrouble();

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (isSentToPush(request)) {
            return refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Windows wait here, and say nothing.");
        }
        if (!canHandleRequest(request)) {
            return false;
        }
        String message;
        try {
            message = getRequestBody(request.getReader(), getMaxRequestBodySize(request));
        } catch (RequestBodyTooLargeException e) {
            return refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "This message is longer than any may be.");
        } catch (IOException e) {
            // In no known encoding, or cut off, or too slow.
            LOG.debug("The message of a window cannot be read", e);
            return refuse(response, HttpServletResponse.SC_BAD_REQUEST, "This message cannot be read.");
        }
        // Vaadin's part in the browser is known to send an empty one at times.
        if (!message.isEmpty() && !MessageSyntax.isSound(message)) {
            return refuse(response, HttpServletResponse.SC_BAD_REQUEST, "This is no message of a window.");
        }
        Optional<ResponseWriter> answer;
        session.lock();
        try {
            answer = synchronizedHandleRequest(session, request, response, message);
        } catch (RuntimeException e) {
            if (!WindowMessages.areAtFault(e)) {
                throw e;
            }
            LOG.debug("The message of a window cannot be carried out", e);
            return refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "This message cannot be carried out.",
                    ": " + WindowMessages.placeOf(e));
        } finally {
            session.unlock();
        }
        if (answer.isPresent()) {
            answer.get().writeResponse();
        }
        return answer.isPresent();
    }

    /** Whether something is said where windows wait for news, which no window does but to say good-bye. */
    private static boolean isSentToPush(VaadinRequest request) {
        return HandlerHelper.isRequestType(request, RequestType.PUSH)
                && !"GET".equals(request.getMethod())
                && !"close".equals(request.getParameter(HeaderConfig.X_ATMOSPHERE_TRANSPORT));
    }

    private static boolean refuse(VaadinResponse response, int status, String why) throws IOException {
        return refuse(response, status, why, "");
    }

    private static boolean refuse(VaadinResponse response, int status, String why, String place) throws IOException {
        REFUSED.tell(more -> LOG.warn(
                "Refused, with status {}, a message that no window of Carddesk would send{}{}", status, place, more));
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(why);
        return true;
    }
}
