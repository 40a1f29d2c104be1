package app.carddesk.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How people stand now: whether they may sign in, in which roles, with which password. Read again after two seconds, so
 * that what another node changed is known here by then; what is changed here is known at once.
 */
@Component
class Standings {

    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final PersonStore people;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong drops = new AtomicLong();

    Standings(PersonStore people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    private record Known(@Nullable SignedIn now, Instant readAt) {}

    /** Whether somebody stands as they signed in. */
    boolean holds(SignedIn who) {
        SignedIn now = now(who.person().id());
        return now != null && who.standsAs(now);
    }

    void drop(UUID person) {
        drops.incrementAndGet();
        known.remove(person);
    }

    private @Nullable SignedIn now(UUID person) {
        Known before = known.get(person);
        Instant at = clock.instant();
        if (before != null && Duration.between(before.readAt(), at).abs().compareTo(FRESH) < 0) {
            return before.now();
        }
        long dropped = drops.get();
        Known read = new Known(read(person, before), at);
        // What was read before somebody was dropped is not kept: it may be how they stood until then.
        known.compute(person, (same, other) -> drops.get() == dropped ? read : null);
        return read.now();
    }

    private @Nullable SignedIn read(UUID person, @Nullable Known before) {
        try {
            Optional<SignedIn> found = people.standing(person);
            return found.orElse(null);
        } catch (DataAccessException | TransactionException away) {
            if (before == null) {
                throw away;
            }
            // Without the database nobody does anything; nobody is signed out for it either.
            LOG.debug("How somebody stands cannot be read; they stand as they did", away);
            return before.now();
        }
    }
}
