package app.carddesk.web;

import app.carddesk.shared.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The hosts by which Carddesk may be asked for, and the origins of its own pages. Once a public address is configured these
 * are its host, those that {@code carddesk.hosts} names, and this machine itself; before that, any host will do.
 */
@Component
class OwnHosts {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final @Nullable URI publicUrl;
    private final WebSettings settings;

    OwnHosts(PublicAddress address, WebSettings settings) {
        this.publicUrl = address.publicUrl();
        this.settings = settings;
    }

    /** Whether a request may ask for this host, without its port. */
    boolean knows(@Nullable String host) {
        if (publicUrl == null && settings.hosts().isEmpty()) {
            return true;
        }
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return publicUrl != null && name.equals(publicUrl.getHost().toLowerCase(Locale.ROOT))
                || settings.hosts().contains(name)
                || isThisMachine(name);
    }

    /** Whether an origin, as a browser sends it, is that of pages of ours. */
    boolean isOwn(String origin, HttpServletRequest request) {
        URI from;
        try {
            from = new URI(origin);
        } catch (URISyntaxException e) {
            return false;
        }
        if (from.getScheme() == null || from.getHost() == null) {
            return false;
        }
        if (publicUrl != null && from.getHost().equalsIgnoreCase(publicUrl.getHost())) {
            return sameOrigin(from, publicUrl);
        }
        // A proxy that ends TLS passes the host on but not always the scheme, so that the scheme cannot be compared.
        String host = request.getHeader("Host");
        return host != null && authority(from).equals(authority(URI.create(from.getScheme() + "://" + clean(host))));
    }

    private static boolean isThisMachine(String name) {
        return name.equals("localhost")
                || Network.address(name).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && authority(one).equals(authority(other));
    }

    private static String authority(URI uri) {
        if (uri.getHost() == null) {
            return "";
        }
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** What is no host and port becomes nobody's. */
    private static String clean(String host) {
        return host.matches("[A-Za-z0-9._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?") ? host : "invalid";
    }
}
