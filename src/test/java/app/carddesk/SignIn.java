package app.carddesk;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Signs one of the demo people in on the test's own thread. */
@Component
public class SignIn {

    private final UserDetailsService people;
    private final SecurityContextHolderStrategy strategy;

    SignIn(UserDetailsService people, ObjectProvider<SecurityContextHolderStrategy> own) {
        this.people = people;
        this.strategy = own.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    public SecurityContext as(String username) {
        useThisApplication();
        UserDetails person = people.loadUserByUsername(username);
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        return context;
    }

    public void out() {
        useThisApplication();
        SecurityContextHolder.clearContext();
    }

    /** The holder is one for all, and the application that started last, for some test of its own, has set it. */
    void useThisApplication() {
        if (SecurityContextHolder.getContextHolderStrategy() != strategy) {
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }
}
