package app.carddesk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** Names no host when it sends a browser elsewhere: a host that came with a request is nothing to rely on. */
class LocalRedirects extends HttpServletResponseWrapper {

    LocalRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, int sc, boolean clearBuffer) throws IOException {
        // Not left to Tomcat, which makes whole addresses for whoever speaks HTTP/1.0.
        if (clearBuffer) {
            resetBuffer();
        }
        setStatus(sc);
        setHeader("Location", local(location));
        flushBuffer();
    }

    private static String local(String location) {
        URI to;
        try {
            to = new URI(location);
        } catch (URISyntaxException e) {
            return location;
        }
        if (to.getRawAuthority() == null) {
            return location;
        }
        // Two slashes at the beginning would name a host again.
        StringBuilder local = new StringBuilder("/").append(to.getRawPath().replaceFirst("^/+", ""));
        if (to.getRawQuery() != null) {
            local.append('?').append(to.getRawQuery());
        }
        if (to.getRawFragment() != null) {
            local.append('#').append(to.getRawFragment());
        }
        return local.toString();
    }
}
