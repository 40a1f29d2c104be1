package app.carddesk.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One sign-in of a person on this node, as long as its session lives. */
final class LiveSession implements HttpSessionBindingListener {

    /** Under which it stands in its session. */
    static final String ATTRIBUTE = LiveSession.class.getName();

    private final HttpSession http;
    private final SignedIn who;
    private final Instant begun;
    private final Set<LiveSession> all;
    private volatile Instant lastAct;

    /**
     * @param all where it stands while it lives
     */
    LiveSession(HttpSession http, SignedIn who, Instant begun, Set<LiveSession> all) {
        this.http = http;
        this.who = who;
        this.begun = begun;
        this.all = all;
        this.lastAct = begun;
    }

    SignedIn who() {
        return who;
    }

    void act(Instant now) {
        lastAct = now;
    }

    /** What is left until nothing was done for too long. */
    Duration idleLeft(Instant now, SessionLimits limits) {
        return Duration.between(now, lastAct.plus(limits.idle()));
    }

    /** What is left until it has lasted too long. */
    Duration longestLeft(Instant now, SessionLimits limits) {
        return Duration.between(now, begun.plus(limits.longest()));
    }

    /** Ends it with everything that its windows show, and their connections. */
    void end() {
        all.remove(this);
        try {
            http.invalidate();
        } catch (IllegalStateException already) {
            // Somebody else ended it, which is what was wanted.
            all.remove(this);
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }
}
