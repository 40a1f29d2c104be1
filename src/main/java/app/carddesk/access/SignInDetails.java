package app.carddesk.access;

import app.carddesk.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a sign-in comes from, and what its device brings along. */
class SignInDetails extends WebAuthenticationDetails {

    private final transient Map<String, String> devices;

    SignInDetails(HttpServletRequest request) {
        super(ClientAddress.of(request), null);
        this.devices = KnownDevices.cookies(request);
    }

    Map<String, String> devices() {
        return devices;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignInDetails details && devices.equals(details.devices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), devices);
    }
}
