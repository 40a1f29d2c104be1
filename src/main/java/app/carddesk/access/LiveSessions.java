package app.carddesk.access;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sign-ins of this node. Each ends when nothing was done for too long, when it has lasted too long, and when its
 * person does not stand any more as they signed in: at the next request, and without one within seconds, which also ends
 * what is pushed to open windows.
 */
@Component
class LiveSessions {

    /** Beyond the longest sign-in: what the container counts knows nothing of acts. */
    private static final Duration CONTAINER_MARGIN = Duration.ofMinutes(5);

    private final Set<LiveSession> all = ConcurrentHashMap.newKeySet();
    private final SessionLimits limits;
    private final Standings standings;
    private final Clock clock;

    LiveSessions(SessionLimits limits, Standings standings, Clock clock) {
        this.limits = limits;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * The sign-in behind a session, which begins now if this is the first that is seen of it.
     *
     * @param who as the session carries them; somebody else, or the same person anew, is another sign-in
     */
    LiveSession of(HttpSession http, SignedIn who) {
        if (http.getAttribute(LiveSession.ATTRIBUTE) instanceof LiveSession known && known.who() == who) {
            return known;
        }
        LiveSession begun = new LiveSession(http, who, clock.instant(), all);
        standings.drop(who.person().id());
        http.setMaxInactiveInterval(
                Math.toIntExact(limits.longest().plus(CONTAINER_MARGIN).toSeconds()));
        http.setAttribute(LiveSession.ATTRIBUTE, begun);
        return begun;
    }

    /** The sign-in behind a session; null if there is none. */
    @Nullable LiveSession find(@Nullable HttpSession http) {
        return http != null && http.getAttribute(LiveSession.ATTRIBUTE) instanceof LiveSession known ? known : null;
    }

    boolean goesOn(LiveSession session) {
        Instant now = clock.instant();
        return session.idleLeft(now, limits).isPositive()
                && session.longestLeft(now, limits).isPositive()
                && standings.holds(session.who());
    }

    /** How long a sign-in goes on unless something is done, and whatever is done. */
    Left left(LiveSession session) {
        Instant now = clock.instant();
        return new Left(
                false,
                session.idleLeft(now, limits).toMillis(),
                session.longestLeft(now, limits).toMillis());
    }

    /**
     * What is left of a sign-in.
     *
     * @param over whether it has ended
     * @param idle milliseconds until it ends unless its person does something
     * @param longest milliseconds until it ends whatever its person does
     */
    record Left(boolean over, long idle, long longest) {

        static final Left NOTHING = new Left(true, 0, 0);
    }

    /** Its person did something. */
    void act(LiveSession session) {
        session.act(clock.instant());
    }

    /** Ends what is over, also where no browser asks any more. */
    @Scheduled(fixedDelayString = "${carddesk.session.sweep:PT5S}")
    void sweep() {
        endWhere(session -> !goesOn(session));
    }

    /** At once, and not within the act that changed it: that one may come from a window of this very person. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(StandingChanged changed) {
        standings.drop(changed.person());
        Thread.ofVirtual()
                .name("sign-out")
                .start(() ->
                        endWhere(session -> session.who().person().id().equals(changed.person()) && !goesOn(session)));
    }

    /** How many sign-ins of a person live here. */
    long count(UUID person) {
        return all.stream()
                .filter(session -> session.who().person().id().equals(person))
                .count();
    }

    private void endWhere(Predicate<LiveSession> over) {
        all.stream().filter(over).toList().forEach(LiveSession::end);
    }
}
