package app.carddesk.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Runs work in the name of a person who is not behind the current thread's session: Carddesk itself, or whoever asked. */
@Component
public class SystemRun {

    private final PersonStore people;

    SystemRun(PersonStore people) {
        this.people = people;
    }

    /** Runs work in Carddesk's own name. */
    public <T> T asCarddesk(Supplier<T> work) {
        return as(SystemPerson.PERSON, work);
    }

    /** Runs work in the name of {@code person}, for example on a background thread after they asked for it. */
    public <T> T as(Person person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(person, null, true), null, SignedIn.authorities(person)));
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /**
     * Runs work in the name of somebody as they stand now, with the roles they have now; empty, and nothing is run, if
     * they may not sign in any more.
     */
    public <T> Optional<T> asLongAsEnabled(UUID person, Supplier<T> work) {
        return people.enabled(person).map(now -> as(now, work));
    }
}
