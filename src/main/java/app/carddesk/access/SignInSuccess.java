package app.carddesk.access;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;

/** Makes the device known to the person who signed in, and leads to the page they came for. */
class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;

    SignInSuccess(KnownDevices devices) {
        this.devices = devices;
        // A parameter of the request must not say where to go: anybody can write it into a link.
        setTargetUrlParameter(null);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            devices.remember(signedIn.person(), request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
