package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged application answers to whoever speaks to it without a browser. */
class HttpGuardsIT {

    private static final String CODE = "XABCDEFGHJKLMNPQ";

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private static final Pattern WINDOW = Pattern.compile("\"v-uiId\":(\\d+)");

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private final RunningCarddesk carddesk = RunningCarddesk.demo();

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/review",
                "/no/such/place",
                "/styles/carddesk.css",
                "/actuator/health",
                "/actuator/env",
                "/evidence/0/1/full"
            })
    void every_answer_carries_the_headers(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("X-Frame-Options"))
                .hasValueSatisfying(value -> assertThat(value).isIn("DENY", "SAMEORIGIN"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "object-src 'none'",
                                "base-uri 'self'",
                                "frame-ancestors 'none'",
                                "form-action 'self'"));
    }

    @Test
    void screens_of_people_signed_in_carry_the_headers_and_are_not_kept() throws Exception {
        signIn();

        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void a_redemption_code_in_an_address_is_never_repeated() throws Exception {
        signIn();

        assertThat(screen("cards/GCA629120831Y880").body())
                .as("the screens of cards are reached at all")
                .contains("GCA629120831Y880");
        for (HttpResponse<String> answer : List.of(get("/cards/" + CODE), screen("cards/" + CODE))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(CODE, CODE.substring(3));
            assertThat(answer.headers().map().toString()).doesNotContain(CODE.substring(3));
        }
    }

    @Test
    void a_redemption_code_in_an_address_is_not_repeated_to_strangers() throws Exception {
        HttpResponse<String> answer = get("/cards/" + CODE);

        assertThat(answer.body()).doesNotContain(CODE.substring(3));
        assertThat(answer.headers().map().toString()).doesNotContain(CODE.substring(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "heapdump",
                "configprops",
                "mappings",
                "loggers",
                "threaddump",
                "shutdown",
                "metrics",
                "health/db",
                "info"
            })
    void operations_are_closed_beyond_health(String endpoint) throws Exception {
        assertThat(get("/actuator/" + endpoint).statusCode()).isNotEqualTo(200);

        signIn();
        assertThat(get("/actuator/" + endpoint).body())
                .doesNotContain("\"propertySources\"", "\"contexts\"", "\"status\"");
    }

    @Test
    void health_says_no_more_than_that_it_is_well() throws Exception {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details", "jdbc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/h2-console", "/h2-console/", "/v3/api-docs", "/swagger-ui.html", "/vaadinServlet/h2-console"})
    void there_are_no_consoles(String path) throws Exception {
        signIn();

        assertThat(get(path).body()).doesNotContainIgnoringCase("h2 console").doesNotContain("\"openapi\"");
    }

    /** Guarded things under every spelling of their address; none is given to somebody who is not signed in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//review",
                "/./review",
                "/login/../review",
                "/login/..;/review",
                "/review;x=1",
                "/review/",
                "/%72eview",
                "/%2e/review",
                "/login/%2e%2e/review",
                "/review%00",
                "/review%0a",
                "/review%2f",
                "//admin/cards",
                "/admin;/cards",
                "/icons/..;/admin/cards",
                "/styles/%2e%2e/admin/cards",
                "/VAADIN/../actuator/env",
                "/VAADIN/..;/actuator/env",
                "/VAADIN//../actuator/env",
                "/VAADIN/%2e%2e/actuator/env",
                "/actuator;/env",
                "/actuator/health/../env",
                "/actuator/health/..;/env",
                "//actuator/env",
                "/evidence/00000000-0000-7000-8000-000000000001/1/full;.js",
                "//evidence/00000000-0000-7000-8000-000000000001/1/full",
                "/VAADIN/static/../../WEB-INF/web.xml",
                "/styles/..%2f..%2fapplication.yml",
                "/icons/../application.yml",
                "/application.yml",
                "/u/..;/admin/cards",
                "/u/../admin/cards",
                "/u/%2e%2e/admin/cards",
                "/u/K7F-4HM-RTA-9CW-JNP/../../review",
                "/u/K7F-4HM-RTA-9CW-JNP;x=1",
                "/u//K7F-4HM-RTA-9CW-JNP",
                "/u/K7F-4HM-RTA-9CW-JNP/files/FRONT",
                "/u",
                "/u/",
                "/U/K7F-4HM-RTA-9CW-JNP",
            })
    void odd_spellings_open_nothing(String path) throws Exception {
        for (String method : new String[] {"GET", "HEAD", "TRACE"}) {
            String answer = raw(method, path);

            Matcher status = STATUS.matcher(answer);
            assertThat(status.lookingAt()).as(answer).isTrue();
            int code = Integer.parseInt(status.group(1));
            boolean toSignIn = code == 302 && answer.matches("(?s).*\r\nLocation: [^\r]*/login\r\n.*");
            assertThat(toSignIn || code >= 400)
                    .as("%s %s was answered with %s", method, path, answer)
                    .isTrue();
            assertThat(answer).doesNotContain("propertySources", "spring:", "at org.", "at java.");
        }
    }

    @Test
    void an_agent_gets_nothing_of_a_screen_for_others() throws Exception {
        signIn();

        assertThat(screen("review").body())
                .contains("There is nothing at this address")
                .doesNotContain("R-2026", "Opdigtsen");
        assertThat(screen("admin/cards").body())
                .contains("There is nothing at this address")
                .doesNotContain("cards.csv");
    }

    @Test
    void a_stranger_is_asked_to_sign_in_whatever_the_screen() throws Exception {
        assertThat(screen("review").body()).doesNotContain("R-2026", "Opdigtsen");
        assertThat(screen("cards/GCA629120831Y880").body()).doesNotContain("GCA629120831Y880");
    }

    /** Opens a window and goes to a screen in it, as the browser's part of Vaadin does. */
    private HttpResponse<String> screen(String location) throws IOException, InterruptedException {
        String begun = get("/?v-r=init&location=" + URLEncoder.encode(location, StandardCharsets.UTF_8) + "&query=")
                .body();
        Matcher window = WINDOW.matcher(begun);
        Matcher key = KEY.matcher(begun);
        assertThat(window.find() && key.find()).isTrue();
        String navigate = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}""".formatted(key.group(1), location);
        return client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url("/?v-r=uidl&v-uiId=" + window.group(1))))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(navigate))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url(path)))
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
    }

    private void signIn() throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get("/login").body());
        String csrf = token.find() ? token.group(1) : "";
        String form = Map.of("username", "agent", "password", "carddesk", "_csrf", csrf).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce("", (one, other) -> one + "&" + other);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
    }

    /** Sends a path exactly as it is written, which no client library does. */
    private String raw(String method, String path) throws IOException {
        try (Socket socket = new Socket("localhost", carddesk.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
