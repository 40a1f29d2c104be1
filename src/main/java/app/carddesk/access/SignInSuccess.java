package app.carddesk.access;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Makes the device known to the person who signed in, begins to count how long, and leads to the page they came for. */
class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;
    private final LiveSessions sessions;

    SignInSuccess(KnownDevices devices, LiveSessions sessions) {
        this.sessions = sessions;
        this.devices = devices;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            devices.remember(signedIn.person(), request, response);
            sessions.of(request.getSession(), signedIn);
        }
        super.onAuthenticationSuccess(new WithoutTarget(request), response, authentication);
    }

    /** Where to go is not said by a parameter: anybody can write one into a link. */
    private final class WithoutTarget extends HttpServletRequestWrapper {

        WithoutTarget(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(getTargetUrlParameter()) ? null : super.getParameter(name);
        }
    }
}
