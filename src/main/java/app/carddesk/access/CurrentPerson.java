package app.carddesk.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting now. */
@Component
public class CurrentPerson {

    CurrentPerson() {}

    /** @throws AuthenticationCredentialsNotFoundException if nobody is signed in */
    public Person get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    public Optional<Person> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    public UUID id() {
        return get().id();
    }

    public boolean has(Role role) {
        return find().map(person -> person.has(role)).orElse(false);
    }
}
