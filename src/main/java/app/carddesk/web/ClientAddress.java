package app.carddesk.web;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from: the one place that trail and limits ask. That is whoever is connected, unless it is a proxy
 * that {@code carddesk.proxies} names; then it is whom that proxy names. Nobody else is believed.
 */
@Component
public class ClientAddress {

    /** Who is connected, whatever a proxy says. */
    static final String PEER = ClientAddress.class.getName() + ".peer";

    private static final String UNKNOWN = "?";

    ClientAddress() {}

    /** The address a request comes from, as a literal; "?" if it cannot be told. */
    public static String of(ServletRequest request) {
        return Network.address(request.getRemoteAddr())
                .or(() -> peer(request))
                .map(InetAddress::getHostAddress)
                .orElse(UNKNOWN);
    }

    /** The same, followed by the proxy it came through, such as {@code 203.0.113.7 via 10.0.0.2}. */
    public static String traceOf(ServletRequest request) {
        String client = of(request);
        String peer = peer(request).map(InetAddress::getHostAddress).orElse(client);
        return client.equals(peer) ? client : client + " via " + peer;
    }

    /** What limits count together: the address, or the /64 of an IPv6 address; "?" if it cannot be told. */
    public static String networkOf(ServletRequest request) {
        return networkOf(of(request));
    }

    /** What limits count together with an address. */
    public static String networkOf(String address) {
        return Network.address(address)
                .map(Network::counted)
                .map(Network::toString)
                .orElse(UNKNOWN);
    }

    /** The network of the request that is being answered; empty where there is none. */
    public Optional<String> network() {
        return current().map(ClientAddress::networkOf);
    }

    /** Where the request that is being answered comes from, for the trail; empty where there is none. */
    public Optional<String> trace() {
        return current().map(ClientAddress::traceOf);
    }

    private static Optional<ServletRequest> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    private static Optional<InetAddress> peer(ServletRequest request) {
        return request.getAttribute(PEER) instanceof String peer ? Network.address(peer) : Optional.empty();
    }
}
