package app.carddesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether its sign-in still goes on. If not it ends here, and the request goes on as a stranger's:
 * a page leads to the sign-in, a window hears that it is over.
 */
class SessionGuard extends OncePerRequestFilter {

    private final LiveSessions sessions;

    SessionGuard(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession http = request.getSession(false);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (http != null && authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            LiveSession session = sessions.of(http, who);
            if (!sessions.goesOn(session)) {
                session.end();
                SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            }
        }
        chain.doFilter(request, response);
    }
}
