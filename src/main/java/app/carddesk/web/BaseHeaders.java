package app.carddesk.web;

import java.util.Map;

/**
 * The headers of answers that no page of ours writes, such as those to requests that cannot be read: nothing in them may
 * run, be framed, be guessed or be kept.
 */
final class BaseHeaders {

    static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none';"
                    + " form-action 'self'",
            "Permissions-Policy",
            PERMISSIONS_POLICY,
            "Cache-Control",
            "no-store");

    private BaseHeaders() {}
}
