package app.carddesk.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the current act comes from, for the audit trail. */
@Component
public class CameFrom {

    /** An act of Carddesk itself, or work that goes on after its request. */
    public static final String BACKGROUND = "background";

    /** Addresses of both kinds and nothing else: a forwarded header can say anything. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:\\[\\]]{2,45}");

    CameFrom() {}

    /**
     * The client's address as the forward headers have it, followed by the peer's where that is another one, such as
     * {@code 203.0.113.7 via 10.0.0.2}; {@value #BACKGROUND} where there is no request.
     */
    public String here() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return BACKGROUND;
        }
        ServletRequest request = attributes.getRequest();
        String client = address(request.getRemoteAddr());
        while (request instanceof ServletRequestWrapper wrapper) {
            request = wrapper.getRequest();
        }
        String peer = address(request.getRemoteAddr());
        return client.equals(peer) ? client : client + " via " + peer;
    }

    private static String address(String given) {
        return ADDRESS.matcher(given).matches() ? given : "?";
    }
}
