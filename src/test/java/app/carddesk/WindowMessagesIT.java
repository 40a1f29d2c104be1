package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open window of somebody signed in may be made to say, and what becomes of it. */
class WindowMessagesIT {

    /** Stands for whatever somebody typed. */
    private static final String SAID = "XQRSTUVWYZABCDEF";

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private static final Pattern WINDOW = Pattern.compile("\"v-uiId\":(\\d+)");

    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");

    private static final Pattern TROUBLE = Pattern.compile("(?m)^\\S+ +ERROR .*$|^\\s+at .*$|.*" + SAID + ".*");

    private final RunningCarddesk carddesk = RunningCarddesk.demo();

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private String window = "";
    private String key = "";
    private String push = "";
    private int number;

    static Stream<String> notOfAWindow() {
        return Stream.of(
                "{}",
                "null",
                "[]",
                SAID,
                "{\"csrfToken\":\"KEY\",\"rpc\":[\"" + SAID,
                message("\"" + SAID + "\""),
                message("{\"a\":\"" + SAID + "\"}"),
                message("null"),
                message("[1,\"" + SAID + "\"]"),
                message("[{\"type\":\"" + SAID + "\",\"node\":1}]"),
                message("[{\"type\":\"event\",\"node\":\"" + SAID + "\",\"event\":\"click\"}]"),
                message("[{\"type\":\"event\",\"event\":\"" + SAID + "\"}]"),
                message("[{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"" + SAID + "\",\"value\":1}]"),
                message("[]").replace("\"syncId\":NUMBER", "\"syncId\":\"" + SAID + "\""),
                message("[{\"type\":\"event\",\"node\":1,\"event\":\"\u00ff\"}]"),
                message("[{\"type\":\"event\",\"node\":1,\"event\":\"x\",\"data\":{\"x\":" + "[".repeat(10_000)
                        + "]".repeat(10_000) + "}}]"),
                "[".repeat(10_000),
                message("[{\"type\":\"event\",\"node\":1,\"event\":\"" + "x".repeat(3_000_000) + "\"}]"));
    }

    private static String message(String invocations) {
        return "{\"csrfToken\":\"KEY\",\"rpc\":" + invocations + ",\"syncId\":NUMBER,\"clientId\":NUMBER}";
    }

    @ParameterizedTest
    @MethodSource("notOfAWindow")
    void what_no_window_says_is_refused_and_repeated_in_no_log(String message) throws Exception {
        open();
        int logged = carddesk.output().length();

        HttpResponse<String> answer = say(window, message);

        assertThat(answer.statusCode()).isIn(400, 413);
        assertNothingLogged(logged);
        if (!message.contains("mSync")) {
            // That one is numbered, as its sender knows.
            assertUsable();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"" + SAID + "\"}]",
                "[{\"type\":\"channel\",\"node\":1,\"channel\":77,\"args\":[\"" + SAID + "\"]}]",
                "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\"}]",
                "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":[\"" + SAID + "\"]}}]",
                "[{\"type\":\"navigation\",\"location\":\"%00%ff" + SAID + "\"}]"
            })
    void what_asks_for_nothing_there_is_is_repeated_in_no_log_either(String invocations) throws Exception {
        open();
        int logged = carddesk.output().length();

        HttpResponse<String> answer = say(window, message(invocations));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertNothingLogged(logged);
        number++;
        assertUsable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "99999999999", "%00", SAID})
    void a_window_is_a_number(String name) throws Exception {
        open();
        int logged = carddesk.output().length();

        assertThat(say(name, message("[]")).statusCode()).isEqualTo(400);
        for (String type : new String[] {"heartbeat", "push"}) {
            assertThat(post("/?v-r=" + type + "&v-uiId=" + name, "").statusCode())
                    .isEqualTo(400);
        }
        assertNothingLogged(logged);
        assertUsable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2|{}", "4|null", "16|" + SAID, SAID, SAID + "|x", "3|" + SAID, "99999999|x", "X", ""})
    void nothing_is_heard_on_a_websocket(String said) throws Exception {
        open();
        int logged = carddesk.output().length();

        Pong pong = new Pong();
        WebSocket socket = websocket(client, window, push, pong);
        socket.sendText(said, true).join();
        String sound = message("[]").replace("KEY", key).replace("NUMBER", String.valueOf(number));
        socket.sendText(sound.length() + "|" + sound, true).join();
        // Is answered when the others have been read.
        socket.sendPing(ByteBuffer.allocate(0)).join();
        pong.come.join();

        // With the number of the one that was not heard.
        assertUsable();
        assertThat(post("/VAADIN/push?v-r=push&v-uiId=" + window, SAID).statusCode())
                .isEqualTo(405);
        socket.abort();
        assertNothingLogged(logged);
    }

    @Test
    void a_websocket_is_kept_for_an_open_window_of_somebody_signed_in_and_for_nothing_else() throws Exception {
        open();

        assertThat(whatIsSaidBeforeTheEnd(client, "77", push)).contains("sessionExpired");
        assertThat(whatIsSaidBeforeTheEnd(client, window, SAID)).contains("appError");
        HttpClient stranger =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(whatIsSaidBeforeTheEnd(stranger, window, push)).contains("sessionExpired");
        String begun = get(stranger, "/?v-r=init&location=login&query=").body();
        whatIsSaidBeforeTheEnd(stranger, found(WINDOW, begun), found(PUSH, begun));

        Pong pong = new Pong();
        websocket(client, window, push, pong).sendPing(ByteBuffer.allocate(0)).join();
        pong.come.join();
        assertUsable();
    }

    @Test
    void nobody_who_has_not_signed_in_is_asked_to_open_a_websocket() throws Exception {
        assertThat(get(client, "/?v-r=init&location=login&query=").body())
                .contains("\"key\":\"pushMode\",\"feat\":5,\"value\":\"DISABLED\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nonesuch.js",
                "/nonesuch.png",
                "/styles/nonesuch.css",
                "/icons/nonesuch.svg",
                "/login/nonesuch.js"
            })
    void a_file_that_is_not_there_is_not_found(String path) throws Exception {
        HttpResponse<String> answer = get(client, path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Vaadin", "login");
        assertThat(get(client, "/code-guard.js").statusCode()).isEqualTo(200);
        assertThat(get(client, "/styles/carddesk.css").statusCode()).isEqualTo(200);
    }

    /** Waits for the server to close it. */
    private String whatIsSaidBeforeTheEnd(HttpClient browser, String name, String pushKey) {
        StringBuilder said = new StringBuilder();
        CompletableFuture<Boolean> end = new CompletableFuture<Boolean>().orTimeout(20, TimeUnit.SECONDS);
        websocket(browser, name, pushKey, new WebSocket.Listener() {

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                said.append(text);
                socket.request(1);
                return null;
            }

            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                end.complete(true);
                return null;
            }
        });
        end.join();
        return said.toString();
    }

    private void assertNothingLogged(int before) {
        assertThat(TROUBLE.matcher(carddesk.output().substring(before))
                        .results()
                        .map(Object::toString))
                .isEmpty();
    }

    /** Goes to another screen. */
    private void assertUsable() throws IOException, InterruptedException {
        HttpResponse<String> answer = say(window, message("""
                        [{"type":"event","node":1,"event":"ui-navigate","data":{"route":"guides","query":"",\
                        "appShellTitle":"","historyState":{"idx":0},"trigger":""}}]"""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"changes\"").doesNotContain("appError");
    }

    private void open() throws IOException, InterruptedException {
        String form = "username=agent&password=carddesk&_csrf="
                + URLEncoder.encode(found(CSRF, get(client, "/login").body()), StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        String begun = get(client, "/?v-r=init&location=&query=").body();
        window = found(WINDOW, begun);
        key = found(Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\""), begun);
        push = found(PUSH, begun);
        number = 0;
    }

    private static String found(Pattern what, String text) {
        Matcher found = what.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private WebSocket websocket(HttpClient browser, String name, String pushKey, WebSocket.Listener listener) {
        return browser.newWebSocketBuilder()
                .buildAsync(address(name, pushKey), listener)
                .join();
    }

    /** Waits for the answer to a ping. */
    private static final class Pong implements WebSocket.Listener {

        private final CompletableFuture<Boolean> come =
                new CompletableFuture<Boolean>().orTimeout(20, TimeUnit.SECONDS);

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            come.complete(true);
            return CompletableFuture.completedStage(null);
        }
    }

    private URI address(String name, String pushKey) {
        return URI.create(carddesk.url("/VAADIN/push?v-r=push&v-uiId=" + name + "&v-pushId=" + pushKey
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true")
                .replaceFirst("http", "ws"));
    }

    /** Sends a message with this window's key and number in it; what is not ASCII is no UTF-8 either. */
    private HttpResponse<String> say(String name, String message) throws IOException, InterruptedException {
        return post("/?v-r=uidl&v-uiId=" + name, message.replace("KEY", key).replace("NUMBER", String.valueOf(number)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(carddesk.url(path)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(carddesk.url(path))).build(), BodyHandlers.ofString());
    }
}
