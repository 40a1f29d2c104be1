package app.carddesk.access;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the audit trail who signs in and out, and who tries to. A sign-in that cannot be told does not happen. */
@Component
class SignInTrail {

    private final PersonStore people;
    private final ApplicationEventPublisher events;

    SignInTrail(PersonStore people, ApplicationEventPublisher events) {
        this.people = people;
        this.events = events;
    }

    @EventListener
    @Transactional
    void on(AuthenticationSuccessEvent success) {
        tell(success.getAuthentication(), SignInEvent.What.SIGNED_IN);
    }

    @EventListener
    @Transactional
    void on(LogoutSuccessEvent success) {
        tell(success.getAuthentication(), SignInEvent.What.SIGNED_OUT);
    }

    /** What was not even looked at is not told one by one; that it would not be, was told when it began. */
    @EventListener
    @Transactional
    void on(AbstractAuthenticationFailureEvent failure) {
        AuthenticationException exception = failure.getException();
        boolean late = exception instanceof TooManyAttemptsException;
        if (exception instanceof AuthenticationServiceException
                || exception instanceof TooManyAttemptsException closed && !closed.wasLookedAt()) {
            return;
        }
        String name = failure.getAuthentication().getName();
        UUID tried = PasswordSignIn.isPossible(name)
                ? people.byUsername(name).map(found -> found.person().id()).orElse(SystemPerson.ID)
                : SystemPerson.ID;
        String why =
                late ? "BadCredentials" : exception.getClass().getSimpleName().replace("Exception", "");
        events.publishEvent(new SignInEvent(tried, SignInEvent.What.REFUSED, why));
    }

    private void tell(Authentication authentication, SignInEvent.What what) {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            events.publishEvent(new SignInEvent(signedIn.person().id(), what, null));
        }
    }
}
