package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can do to the packaged application, whatever they send and however they send it. */
class EdgeIT {

    private static final String NAMED_PROXY = "127.0.0.2";

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private static final Pattern TROUBLE = Pattern.compile("(?m)^.* (ERROR|WARN) .*$|^\\S*(Exception|Error)\\b.*$");

    private static final List<String> HEADERS = List.of(
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: ",
            "content-security-policy: ",
            "permissions-policy: ",
            "cache-control: ");

    private static int health;
    private static RunningCarddesk carddesk;

    @BeforeAll
    static void start() {
        health = RunningCarddesk.freePort();
        carddesk = RunningCarddesk.start(
                RunningCarddesk.newDataFolder(),
                RunningCarddesk.freePort(),
                "--spring.profiles.active=demo",
                "--management.server.port=" + health,
                "--carddesk.public-url=https://desk.example.com",
                "--carddesk.proxies=" + NAMED_PROXY);
        carddesk.awaitReady();
    }

    @AfterAll
    static void stop() {
        carddesk.close();
    }

    static Stream<String> unreadable() {
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        String json = "Content-Type: application/json\r\n";
        return Stream.of(
                post("/?v-r=uidl&v-uiId=0", json, "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"),
                post("/?v-r=uidl&v-uiId=0", json, "{\"csrf"),
                post("/?v-r=uidl&v-uiId=none", json, "[]"),
                post("/?v-r=uidl", json, ""),
                post("/?v-r=heartbeat&v-uiId=x", "", ""),
                post("/?v-r=unknown", "", ""),
                get("/?v-r=init&location=%00%ff", ""),
                get("/?v-r=%zz", ""),
                get("/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket", ""),
                get("/VAADIN/dynamic/resource/x", ""),
                post("/VAADIN/dynamic/resource/0/abc/upload", form, "x=1"),
                post(
                        "/VAADIN/dynamic/resource/0/abc/upload",
                        "Content-Type: multipart/form-data; boundary=x\r\n",
                        "--x\r\n"),
                post("/login", form, "username=" + "a".repeat(3_000_000)),
                post("/login", form, "a=1&".repeat(20_000)),
                post("/login", form, "username=%zz&password=%"),
                post("/login", "Content-Type: multipart/form-data\r\n", "--x"),
                post("/login", "Content-Type: ///;charset=none\r\n", "a=b"),
                post("/login", "Expect: something\r\n", "a=b"),
                get("/%zz", ""),
                get("/%00", ""),
                get("/;x=1", ""),
                get("/login;jsessionid=ABC", ""),
                get("//", ""),
                get("/no/such/place", "Accept: ///;q=z\r\n"),
                get("/login", "Accept-Language: " + "x-".repeat(2_000) + "\r\n"),
                get("/login?a=<b>", ""),
                get("/login", "X: " + "a".repeat(100_000) + "\r\n"),
                get("/login", "Bad Header : x\r\n"),
                get("/actuator/health", "Accept: application/none\r\n"),
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "PUT /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1\r\n\r\na",
                "PUT /u/AAA HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /review HTTP/1.0\r\nHost: evil.example\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: none\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\n" + form
                        + "Transfer-Encoding: chunked\r\n\r\nZZ\r\na\r\n0\r\n\r\n",
                "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\n" + json
                        + "Transfer-Encoding: chunked\r\n\r\nZZ\r\na\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_refused_with_all_headers_and_fills_no_log(String request) throws IOException {
        int logged = carddesk.output().length();

        String answer = raw("localhost", request);

        assertThat(status(answer)).isBetween(200, 505).isNotEqualTo(500);
        String head = head(answer).toLowerCase(Locale.ROOT);
        assertThat(HEADERS).allSatisfy(header -> assertThat(head).contains("\r\n" + header));
        assertThat(head).doesNotContain("jsessionid", "evil.example", "tomcat");
        assertThat(answer).doesNotContain("\tat ", "Tomcat");
        assertThat(TROUBLE.matcher(carddesk.output().substring(logged))
                        .results()
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void nobody_signs_in_without_the_token_of_the_page_or_from_another_site() throws Exception {
        HttpClient browser = browser();
        assertThat(signIn(browser, "", "X-Nothing", "x").headers().firstValue("Location"))
                .hasValue("/login?error=stale");
        assertThat(signIn(browser, token(browser), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signIn(browser, token(browser), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(browser, "/").headers().firstValue("Location"))
                .as("still nobody")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));

        assertThat(signIn(browser, token(browser), "Origin", carddesk.url(""))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/").doesNotContain("login"));
        assertThat(get(browser, "/").statusCode()).isEqualTo(200);
    }

    @Test
    void no_page_of_another_site_opens_a_websocket() throws IOException {
        String handshake = "GET /VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket HTTP/1.1\r\n"
                + "Host: localhost:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: %s\r\n\r\n";

        assertThat(firstLine(handshake.formatted(carddesk.port(), "https://evil.example")))
                .contains(" 403");
        assertThat(firstLine(handshake.formatted(carddesk.port(), carddesk.url(""))))
                .contains(" 101");
    }

    @Test
    void behind_tls_cookies_are_the_hosts_own_and_no_session_stands_in_an_address() throws IOException {
        String answer = raw("localhost", get("/login", ""));

        assertThat(head(answer).lines().filter(line -> line.startsWith("Set-Cookie")))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("__Host-carddesk", "Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(raw("localhost", get("/review", ""))).doesNotContainIgnoringCase("jsessionid");
        assertThat(head(raw("localhost", get("/login", "").replace("Host: localhost", "Host: desk.example.com"))))
                .contains("Strict-Transport-Security");
    }

    @Test
    void a_host_that_is_not_ours_is_not_answered() throws IOException {
        for (String path : List.of("/login", "/review", "/u/K7F-4HM-RTA-9CW-JNP")) {
            String asked = get(path, "X-Forwarded-Host: desk.example.com\r\n");
            assertThat(status(raw("localhost", asked.replace("Host: localhost", "Host: evil.example"))))
                    .isEqualTo(421);
            assertThat(status(raw("localhost", asked.replace("Host: localhost", "Host: desk.example.com"))))
                    .isNotEqualTo(421);
        }
    }

    /** Links that are not open are tried; each address has to wait after so many. */
    @Test
    void only_the_proxy_that_is_named_is_believed_about_whom_a_request_comes_from() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "other systems have one loopback address");
        String guess = "/u/K7F-4HM-RTA-9CW-JNP";
        List<Integer> stranger = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String from = "203.0.113." + i;
            stranger.add(status(raw(
                    "127.0.0.3",
                    get(
                            guess,
                            "X-Forwarded-For: " + from + "\r\nForwarded: for=" + from + "\r\nX-Real-IP: " + from
                                    + "\r\n"))));
        }
        assertThat(stranger).as("a stranger is whoever is connected").endsWith(429);

        List<Integer> proxied = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            proxied.add(status(raw(NAMED_PROXY, get(guess, "X-Forwarded-For: 198.51.100." + i + ", 203.0.113.9\r\n"))));
        }
        assertThat(proxied)
                .as("what the proxy wrote counts, not what came to it")
                .startsWith(404)
                .endsWith(429);
        assertThat(status(raw(NAMED_PROXY, get(guess, "X-Forwarded-For: 203.0.113.9, 198.51.100.1\r\n"))))
                .as("nobody else waits")
                .isEqualTo(404);
    }

    @Test
    void slow_bodies_keep_nobody_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                Socket socket = new Socket("localhost", carddesk.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST " + (i % 2 == 0 ? "/login" : "/no/such/place")
                                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }

            HttpClient browser = browser();
            assertThat(signIn(browser, token(browser), "X-Nothing", "x")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/");
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://localhost:" + health + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A byte a minute would hold a connection for days. */
    @ParameterizedTest
    @ValueSource(strings = {"5;name=value\r\nabcde\r\n0\r\n\r\n", "5\r\nabcde\r\n0\r\nTrailer: value\r\n\r\n"})
    void nothing_is_said_about_the_parts_of_a_body_or_behind_the_last(String body) throws IOException {
        String head = "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";

        assertThat(status(raw("localhost", head + body))).isEqualTo(400);
        assertThat(status(raw("localhost", head + "5\r\nabcde\r\n0\r\n\r\n")))
                .as("the same body without")
                .isEqualTo(302);
    }

    @Test
    void windows_of_nobody_are_few_and_stand_in_nobodys_way() throws Exception {
        HttpClient first = browser();
        String token = token(first);
        assertThat(get(first, "/?v-r=init&location=login&query=").body()).contains("Vaadin-Security-Key");

        for (int i = 0; i < 200; i++) {
            assertThat(get(browser(), "/?v-r=init&location=login&query=").statusCode())
                    .isEqualTo(200);
        }

        assertThat(uidl(first)).as("the oldest window is gone").contains("sessionExpired");
        assertThat(signIn(first, token, "X-Nothing", "x").headers().firstValue("Location"))
                .as("and its visitor signs in all the same")
                .hasValue("/");
        assertThat(get(first, "/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void health_answers_on_its_own_port_and_nothing_else_does(String what) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int port : List.of(health, carddesk.port())) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health" + what))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        for (String path : List.of("/login", "/", "/actuator/env", "/actuator", "/actuator/heapdump")) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + health + path))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_is_kept_is_its_owners_alone() throws IOException {
        assumeTrue(carddesk.data().getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Stream<Path> kept = Files.walk(carddesk.data())) {
            assertThat(kept.filter(Files::exists).toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as("%s", path)
                            .endsWith("------"));
        }
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** Sends exactly what is written and returns what comes until the server closes. */
    private static String raw(String from, String request) throws IOException {
        try (Socket socket = connect(from)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // Who is cut off while still sending sees a reset after the answer.
                assertThat(answer).isNotEmpty();
            }
            return answer.toString();
        }
    }

    private static String firstLine(String request) throws IOException {
        try (Socket socket = connect("localhost")) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[64];
            int n = socket.getInputStream().read(buffer);
            return new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        }
    }

    private static Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", carddesk.port()));
        return socket;
    }

    private static int status(String answer) {
        Matcher status = Pattern.compile("HTTP/1\\.1 (\\d{3})").matcher(answer);
        assertThat(status.lookingAt()).as(answer).isTrue();
        return Integer.parseInt(status.group(1));
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n") + 2);
    }

    /** Keeps cookies also of hosts that are ours by configuration only. */
    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new InsecureCookies())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Sends secure cookies to this machine without TLS, as browsers do. */
    private static final class InsecureCookies extends CookieManager {

        InsecureCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, java.util.Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url(path)))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String token(HttpClient client) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(client, "/login").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> signIn(HttpClient client, String token, String header, String value)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url("/login")))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(header, value)
                        .POST(BodyPublishers.ofString("username=agent&password=carddesk&_csrf="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String uidl(HttpClient client) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(carddesk.url("/?v-r=uidl&v-uiId=0")))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
