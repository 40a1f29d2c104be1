package app.carddesk.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * Turns away, before anything else sees it, what asks for a host that is not ours, what another site's page sent, what
 * cannot be read, and websockets that are none any more.
 */
class RequestGuard implements Filter {

    private static final int MISDIRECTED = 421;
    private static final int UPGRADE_REQUIRED = 426;

    /** What a window says about the connection by which it wants to be told of news. */
    private static final String TRANSPORT = "X-Atmosphere-Transport";

    private static final String WEBSOCKET = "websocket";

    /** What a browser says of requests that pages of other sites caused (Fetch Metadata). */
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    /** The window that a request comes from, by its number, which Vaadin takes for one unseen. */
    private static final String WINDOW = "v-uiId";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String HEALTH = "/actuator/health";

    private final OwnHosts hosts;

    RequestGuard(OwnHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        if (!hosts.knows(request.getServerName()) && !asksForHealth(request)) {
            refuse(
                    response,
                    MISDIRECTED,
                    "Carddesk does not answer under this name. Use the address in carddesk.public-url, or add the name to"
                            + " carddesk.hosts.");
            return;
        }
        if (isForeign(request)) {
            refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "A page of another site sent this request. If that page is Carddesk's own, its address has to be set"
                            + " as carddesk.public-url, or the proxy has to pass the Host header on.");
            return;
        }
        try {
            // Reads a form's body, and no other.
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            refuse(
                    response,
                    e.getErrorCode(),
                    e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            ? "This form is larger than any of Carddesk's. Send less."
                            : "This request cannot be read. Go back and try again.");
            return;
        }
        @Nullable String window = request.getParameter(WINDOW);
        if (window != null && !NUMBER.matcher(window).matches()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "This request is of no window. Load the page again.");
            return;
        }
        if (WEBSOCKET.equals(request.getParameter(TRANSPORT)) && request.getHeader("Upgrade") == null) {
            // Otherwise what is told in the meantime would be written to a connection that nobody reads.
            refuse(
                    response,
                    UPGRADE_REQUIRED,
                    "A proxy on the way passes no websockets on. The window asks by polling instead.");
            return;
        }
        // From here on Spring Security writes the headers, as each page needs them.
        BaseHeaders.ALL.keySet().forEach(name -> response.setHeader(name, null));
        chain.doFilter(request, new LocalRedirects(response));
    }

    private static boolean asksForHealth(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private boolean isForeign(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        if (origin != null) {
            return !hosts.isOwn(origin, request);
        }
        boolean acts = !READING.contains(request.getMethod())
                || request.getHeader("Upgrade") != null
                || request.getRequestURI().contains("/VAADIN/push");
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return acts && site != null && FOREIGN.contains(site);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().println(why);
    }
}
