package app.carddesk.shell;

import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers in the place of every page while the database is away, the sign-in among them: nobody is told that their
 * password is wrong, and nobody waits. The page looks again by itself. Windows that are open already go on talking to the
 * server, and health and what the pages load stay as they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailablePage extends OncePerRequestFilter {

    private static final int SECONDS = 5;

    private static final Pattern GOES_ON =
            Pattern.compile("/(actuator|VAADIN|icons|styles)(/.*)?|/.*\\.(js|css|svg|png|ico|webmanifest)");

    private static final Pattern OPEN_WINDOW = Pattern.compile("(^|&)v-r=(uidl|heartbeat|push)");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="%2$d;url=%3$s"><title>%4$s</title>
            <link rel="stylesheet" href="%6$s/styles/unavailable.css"></head>
            <body><main role="alert"><h1>%4$s</h1><p>%5$s</p></main></body>
            </html>
            """;

    private final DatabaseAvailability database;

    UnavailablePage(DatabaseAvailability database) {
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // A window that is open already, by its own requests, or by the connection it is told news on.
        return database.isAvailable()
                || OPEN_WINDOW
                        .matcher(Objects.toString(request.getQueryString(), ""))
                        .find()
                || GOES_ON.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            return;
        }
        Language language = Language.of(request.getLocale());
        // What was sent is not sent again by itself: after a form the page begins at its address.
        String again = request.getMethod().equals("GET") ? request.getRequestURI() : request.getContextPath() + "/";
        String page = PAGE.formatted(
                language.locale().toLanguageTag(),
                SECONDS,
                escaped(again),
                escaped(CustomerTexts.t(language, "shell.database.title")),
                escaped(CustomerTexts.t(language, "shell.database.page")),
                request.getContextPath());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
