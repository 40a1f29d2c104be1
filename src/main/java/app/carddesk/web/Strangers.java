package app.carddesk.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps what is held for visitors who have not signed in small, few and short-lived. Where one comes too many, the oldest
 * goes: who was only looking at the sign-in signs in all the same, because that needs no session.
 */
@Component
public class Strangers implements HttpSessionListener, HttpSessionAttributeListener {

    /** The attribute that marks the session of somebody who has not signed in. */
    public static final String STRANGER = Strangers.class.getName();

    private static final String SIGNED_IN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final WebSettings settings;
    private final ClientAddress client;

    /** The oldest first. */
    private final Set<Stranger> present = new LinkedHashSet<>();

    Strangers(WebSettings settings, ClientAddress client) {
        this.settings = settings;
        this.client = client;
    }

    /** Known by identity: no two are alike. */
    private static final class Stranger {

        private final HttpSession session;
        private final String network;

        Stranger(HttpSession session, String network) {
            this.session = session;
            this.network = network;
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        Stranger stranger = new Stranger(session, client.network().orElse(""));
        session.setMaxInactiveInterval((int) settings.strangerTime().toSeconds());
        session.setAttribute(STRANGER, stranger);
        List<Stranger> gone = new ArrayList<>();
        synchronized (present) {
            present.add(stranger);
            present.stream()
                    .filter(other -> other.network.equals(stranger.network))
                    .limit(Math.max(0, count(stranger.network) - settings.strangersPerAddress()))
                    .forEach(gone::add);
            gone.forEach(present::remove);
            while (present.size() > settings.strangers()) {
                Stranger oldest = present.iterator().next();
                present.remove(oldest);
                gone.add(oldest);
            }
        }
        gone.forEach(Strangers::end);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession());
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        known(event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        known(event);
    }

    /** Whoever signs in has the time of a person. */
    private void known(HttpSessionBindingEvent event) {
        HttpSession session = event.getSession();
        if (event.getName().equals(SIGNED_IN)
                && session.getAttribute(SIGNED_IN) instanceof SecurityContext context
                && context.getAuthentication() != null
                && forget(session)) {
            session.removeAttribute(STRANGER);
            session.setMaxInactiveInterval(
                    (int) Duration.ofMinutes(session.getServletContext().getSessionTimeout())
                            .toSeconds());
        }
    }

    private boolean forget(HttpSession session) {
        if (session.getAttribute(STRANGER) instanceof Stranger stranger) {
            synchronized (present) {
                present.remove(stranger);
            }
            return true;
        }
        return false;
    }

    /** How many are there now. */
    int count() {
        synchronized (present) {
            return present.size();
        }
    }

    private long count(String network) {
        return present.stream().filter(other -> other.network.equals(network)).count();
    }

    private static void end(Stranger stranger) {
        try {
            stranger.session.invalidate();
        } catch (IllegalStateException e) {
            // It ended by itself meanwhile.
        }
    }
}
