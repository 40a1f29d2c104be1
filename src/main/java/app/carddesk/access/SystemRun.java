package app.carddesk.access;

import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Runs work in the name of a person who is not behind the current thread's session: Carddesk itself, or whoever asked. */
@Component
public class SystemRun {

    SystemRun() {}

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
}
