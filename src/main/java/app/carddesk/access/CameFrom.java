package app.carddesk.access;

import app.carddesk.web.ClientAddress;
import org.springframework.stereotype.Component;

/** Where the current act comes from, for the audit trail. */
@Component
public class CameFrom {

    /** An act of Carddesk itself, or work that goes on after its request. */
    public static final String BACKGROUND = "background";

    private final ClientAddress client;

    CameFrom(ClientAddress client) {
        this.client = client;
    }

    /**
     * The client's address, followed by that of the proxy that named it, such as {@code 203.0.113.7 via 10.0.0.2};
     * {@value #BACKGROUND} where there is no request.
     */
    public String here() {
        return client.trace().orElse(BACKGROUND);
    }
}
