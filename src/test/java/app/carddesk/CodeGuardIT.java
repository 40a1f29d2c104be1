package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.RedemptionCodeSamples;
import app.carddesk.shared.RedemptionCodes;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import fixture.guard.GuardApplication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads everything that leaves the browser while a redemption code is brought into the desk's serial field in every way we
 * know, and finds nothing past the code's third character. Other ways in which a field can send its value, and the letter
 * keys, are tried on a page of their own, for the desk has only one.
 */
class CodeGuardIT extends BrowserTest {

    /** No two neighbours of it past the third character occur in what Vaadin itself sends. */
    private static final String CODE = "XQ7ZWJKVYGJ2KWZP";

    private static final Pattern JSON_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What the desk shows while there is nothing in its field. */
    private static final String IDLE = "What does the customer read from the back of the card?";

    private static ConfigurableApplicationContext application;
    private static List<Cookie> signedIn = List.of();

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                GuardApplication.class,
                "--server.port=0",
                "--spring.profiles.active=",
                "--vaadin.productionMode=true",
                // It has no database whose health could count.
                "--management.endpoint.health.validate-group-membership=false");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void listen() {
        page.onRequest(request -> {
            // The names of Vaadin's own files hold arbitrary letters.
            if (!request.url().contains("/VAADIN/build/")) {
                sent.add(request.url());
            }
            byte[] body = request.postDataBuffer();
            if (body != null) {
                sent.add(new String(body, StandardCharsets.UTF_8));
            }
        });
        page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 60, 120, 200})
    void typed_at_any_speed(int delay) {
        open();

        type(CODE, delay);

        refused();
        page.keyboard().press("Tab");
        nothingLeaked();
    }

    @ParameterizedTest
    @CsvSource({"EAGER,0", "EAGER,15", "EAGER,120", "LAZY,60", "TIMEOUT,60", "ON_CHANGE,10", "ON_BLUR,10"})
    void typed_into_a_field_that_sends_otherwise(String mode, int delay) {
        openFixture(mode);

        type(CODE, delay);

        assertThat(page.locator("#refused")).not().isEmpty();
        assertThat(input()).hasValue("");
        assertThat(input()).hasAttribute("readonly", "");
        page.keyboard().press("Tab");
        nothingLeaked();
        assertThat(page.locator("#seen")).hasText(Pattern.compile("(\\[])?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xq7zwjkvygj2kwzp", "XQ7Z WJKV YGJ2 KWZP", "X-Q-7-Z-W-J-K-V-Y-G-J-2-K-W-Z-P", " XQ7ZWJKVYGJ2KWZP"
            })
    void typed_in_any_shape(String typed) {
        open();

        type(typed, 5);

        refused();
        nothingLeaked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                "the code is " + CODE + ", and the serial GCA1234567",
                "Serial GCA1234567\n" + CODE + "\nthanks",
                "it says XQ7Z WJKV YGJ2 KWZP here",
                "it says x-q-7-z-w-j-k-v-y-g-j-2-k-w-z-p here",
                "XQ7Z",
                "ＸＱ７ＺＷＪＫＶＹＧＪ２ＫＷＺＰ",
                "it says X\u200BQ7ZWJKV\u00ADYGJ2KWZP here"
            })
    void pasted(String text) {
        open();

        paste(text);

        refused();
        nothingLeaked();
    }

    @Test
    void pasted_behind_what_was_typed() {
        open();
        type("X", 0);

        paste(CODE.substring(1));

        refused();
        nothingLeaked();
    }

    @Test
    void pasted_in_front_of_what_was_typed() {
        open();
        type("Q7", 0);
        page.keyboard().press("Home");

        type("XZ", 0);

        refused();
        assertThat(sent.stream().map(CodeGuardIT::plain)).noneMatch(one -> one.contains("XZQ7"));
    }

    @Test
    void full_width_letters_without_keys() {
        open();

        for (String letter : "ＸＱ７ＺＷＪＫＶＹＧＪ２ＫＷＺＰ".split("")) {
            page.keyboard().insertText(letter);
        }

        refused();
        nothingLeaked();
    }

    @Test
    void composed_by_an_input_method() {
        open();
        CDPSession devTools = context.newCDPSession(page);

        for (int length = 1; length <= CODE.length(); length++) {
            compose(devTools, CODE.substring(0, length));
        }
        JsonObject whole = new JsonObject();
        whole.addProperty("text", CODE);
        devTools.send("Input.insertText", whole);

        refused();
        nothingLeaked();
    }

    @Test
    void filled_in_by_the_browser() {
        open();

        page.evaluate("""
                code => {
                  const input = document.querySelector('.cd-serial-field input');
                  input.value = code;
                  input.dispatchEvent(new Event('change', { bubbles: true }));
                  input.dispatchEvent(new Event('input', { bubbles: true }));
                  input.dispatchEvent(new Event('blur'));
                }""", CODE);

        refused();
        nothingLeaked();
    }

    @Test
    void dragged() {
        open();
        page.evaluate("""
                text => {
                  const source = document.createElement('p');
                  source.id = 'source';
                  source.textContent = text;
                  document.querySelector('.cd-desk-box').append(source);
                }""", "it says " + CODE + " here");
        page.locator("#source").click(new Locator.ClickOptions().setClickCount(3));

        page.locator("#source")
                .dragTo(
                        input(),
                        new Locator.DragToOptions().setSourcePosition(40, 8).setSteps(8));

        refused();
        nothingLeaked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Escape", "Enter"})
    void undone_and_redone(String unlock) {
        open();
        type(CODE, 10);
        refused();
        page.keyboard().press(unlock);

        undoAndRedo();

        assertThat(input()).hasValue("");
        nothingLeaked();
    }

    @Test
    void undone_after_a_paste() {
        open();
        paste("the code is " + CODE);
        refused();
        page.keyboard().press("Escape");

        undoAndRedo();

        assertThat(input()).hasValue("");
        nothingLeaked();
    }

    @Test
    void undone_after_something_else() {
        open();
        type(CODE, 10);
        refused();
        page.keyboard().press("Escape");
        type("60158", 10);

        undoAndRedo();

        nothingLeaked();
    }

    @Test
    void typed_again_after_unlocking() {
        open();
        for (int i = 0; i < 3; i++) {
            type(CODE, 0);
            page.keyboard().press("Enter");
        }

        type(CODE, 0);

        refused();
        nothingLeaked();
    }

    @Test
    void typed_while_the_guard_is_still_loading() {
        Queue<Route> held = new ConcurrentLinkedQueue<>();
        page.route("**/code-guard.js", held::add);
        signIn();
        page.navigate(desk(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !held.isEmpty());

        type(CODE.substring(0, 6), 150);
        held.remove().resume();
        type(CODE.substring(6), 150);

        assertThat(page.locator(".cd-serial-field[code-guard-ready]")).isVisible();
        assertThat(input()).hasValue("");
        page.keyboard().type(CODE);
        nothingLeaked();
    }

    @Test
    void without_the_guard_the_field_stays_closed() {
        page.route("**/code-guard.js", route -> route.abort());
        signIn();
        page.navigate(desk());
        assertThat(page.getByText(IDLE)).isVisible();
        assertThat(input()).hasAttribute("readonly", "");
        input().focus();

        page.keyboard().type(CODE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start a case without a card"))
                .focus();

        assertThat(input()).hasValue("");

        nothingLeaked();
    }

    @Test
    void the_agent_reads_where_the_serial_is_and_goes_on() {
        open();
        type(CODE, 0);

        Locator message = page.locator(".cd-code-refused");
        assertThat(message).containsText("nothing of it was kept");
        assertThat(message).containsText("Press Esc or Enter");
        page.keyboard().press("Escape");
        assertThat(message).not().containsText("Press Esc or Enter");
        type("gca1234567", 20);

        seen("gca1234567");
        assertThat(message).hasText("");
    }

    @Test
    void a_touch_opens_the_field_again() {
        open();
        type(CODE, 0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                .click();
        type("6012", 10);

        seen("6012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GCA1234567", "60 1234 5678", "pbh-xq7z-0001", "EPYXXXX1234", "XAB"})
    void ordinary_values_arrive(String value) {
        open();

        type(value, 10);

        seen(value);
        assertThat(page.locator(".cd-code-refused")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-2026-999999", "nobody@example.com"})
    void what_is_no_serial_number_arrives_too(String value) {
        open();

        type(value, 10);

        assertThat(page.getByText("No customer or case is known by this")).isVisible();
        assertThat(page.locator(".cd-code-refused")).isEmpty();
    }

    @Test
    void ordinary_values_can_be_pasted_and_undone() {
        open();
        paste("GCA1234567");
        seen("GCA1234567");

        page.keyboard().press("Control+z");

        seen("");
    }

    @Test
    void the_browser_judges_as_the_server_does() {
        open();
        for (List<String> samples : List.of(
                RedemptionCodeSamples.BEGUN,
                RedemptionCodeSamples.NOT_BEGUN,
                RedemptionCodeSamples.CONTAINED,
                RedemptionCodeSamples.ORDINARY)) {
            Object judged = page.evaluate("""
                    async samples => {
                      const guard = await import('/code-guard.js');
                      return samples.map(s => [guard.normalize(s), guard.startsLikeCode(s), guard.containsCode(s)].join());
                    }""", samples);

            assertThat(judged)
                    .isEqualTo(samples.stream()
                            .map(s -> RedemptionCodes.normalize(s) + "," + RedemptionCodes.startsLikeCode(s) + ","
                                    + RedemptionCodes.containsCode(s))
                            .toList());
        }
    }

    @Test
    void letters_are_shortcuts_outside_fields_only() {
        openFixture("EAGER");
        type("n?n", 20);
        assertThat(page.locator("#seen")).hasText("[n?n]");
        assertThat(page.locator("#clicked")).isEmpty();

        page.locator("#seen").click();
        page.keyboard().press("n");
        assertThat(page.locator("#clicked")).hasText("n");
        page.keyboard().press("Control+n");
        page.keyboard().press("?");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        page.keyboard().press("n");
        page.waitForTimeout(300);

        assertThat(page.locator("#clicked")).hasText("n");
    }

    private void open() {
        signIn();
        open(desk());
    }

    private void openFixture(String mode) {
        open("http://localhost:"
                + ((WebServerApplicationContext) application).getWebServer().getPort() + "/" + mode);
    }

    private void open(String url) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(url);
        assertThat(page.locator(".cd-serial-field[code-guard-ready]")).isVisible();
        input().focus();
    }

    /** Signs in once for all tests; what signing in sends is none of theirs. */
    private void signIn() {
        if (signedIn.isEmpty()) {
            page.navigate(RunningCarddesk.demo().url("/login"));
            page.getByLabel("User name").fill("agent");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("carddesk");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL(url -> !url.contains("/login"));
            signedIn = context.cookies();
            sent.clear();
        } else {
            context.addCookies(signedIn);
        }
    }

    private static String desk() {
        return RunningCarddesk.demo().url("/");
    }

    private Locator input() {
        return page.getByLabel("Serial number", new Page.GetByLabelOptions().setExact(true));
    }

    private void type(String text, int delay) {
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(delay));
    }

    private void paste(String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+v");
    }

    private static void compose(CDPSession devTools, String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devTools.send("Input.imeSetComposition", composition);
    }

    private void undoAndRedo() {
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("Control+z");
        }
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("Control+Shift+z");
        }
        page.evaluate("() => { for (const c of ['undo', 'undo', 'redo', 'redo']) document.execCommand(c); }");
        page.waitForTimeout(300);
    }

    private void refused() {
        assertThat(page.locator(".cd-code-refused")).containsText("nothing of it was kept");
        assertThat(input()).hasValue("");
        assertThat(input()).hasAttribute("readonly", "");
        page.waitForTimeout(200);
        assertThat(page.getByText(IDLE)).isVisible();
    }

    private void seen(String value) {
        assertThat(page.locator(".cd-desk-results")).hasAttribute("data-answers", RedemptionCodes.normalize(value));
    }

    /** No pair of neighbours past the code's third character was sent, and no later character alone. */
    private void nothingLeaked() {
        page.waitForTimeout(300);
        assertThat(sent).anyMatch(one -> one.contains("\"rpc\""));
        for (String one : sent) {
            String plain = plain(one);
            for (int i = 2; i + 2 <= CODE.length(); i++) {
                assertThat(plain).doesNotContain(CODE.substring(i, i + 2));
            }
            assertThat(JSON_STRING.matcher(one).results().map(match -> plain(match.group(1))))
                    .noneMatch(string -> string.length() == 1 && CODE.indexOf(string, 3) >= 0);
        }
    }

    private static String plain(String sent) {
        return RedemptionCodes.normalize(sent);
    }
}
