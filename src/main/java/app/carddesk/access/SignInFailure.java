package app.carddesk.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in, which says what to do now. */
class SignInFailure implements AuthenticationFailureHandler {

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof TooManyAttemptsException closed) {
            long seconds = Math.max(1, closed.duration().plusMillis(999).toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            redirect.sendRedirect(request, response, "/login?wait=" + seconds);
        } else if (exception instanceof AuthenticationServiceException) {
            // Nobody has looked at the password: it is not to blame.
            redirect.sendRedirect(request, response, "/login?unavailable");
        } else {
            redirect.sendRedirect(request, response, "/login?error");
        }
    }
}
