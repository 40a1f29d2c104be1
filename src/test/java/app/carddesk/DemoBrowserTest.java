package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test in the browser against the packaged application with its demo data, in the words a person uses for what is on
 * the screen. Whatever the browser's console or the application complains of fails the test.
 */
abstract class DemoBrowserTest extends BrowserTest {

    private static final String PASSWORD = "carddesk";

    /** What the browser keeps of people who signed in before. */
    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    /** Without what the push connection says when a window is closed in the middle of a request. */
    private static final Pattern LOGGED_ERROR = Pattern.compile("(?m)^.* ERROR (?!.* o\\.atmosphere\\.).*$");

    /** Null where there is no browser and nothing was started. */
    protected RunningCarddesk carddesk;

    @TempDir
    protected Path folder;

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Consumer<Page> listener = this::listen;
    private int logged;
    private @Nullable String expected;

    @BeforeEach
    final void startCarddesk() {
        carddesk = RunningCarddesk.demo();
        logged = carddesk.output().length();
        context.onPage(listener);
        listen(page);
    }

    @AfterEach
    final void nobodyComplained() {
        if (carddesk == null) {
            return;
        }
        context.offPage(listener);
        assertThat(complaints)
                .as("console of the browser")
                .filteredOn(complaint -> expected == null || !complaint.contains(expected))
                .isEmpty();
        assertThat(LOGGED_ERROR.matcher(carddesk.output().substring(logged)).results())
                .as("log of the application")
                .extracting(java.util.regex.MatchResult::group)
                .isEmpty();
    }

    /** From now on the browser may complain of this, because the test makes it happen. */
    protected void expectComplaints(String part) {
        expected = part;
    }

    private void listen(Page one) {
        one.onPageError(complaints::add);
        one.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Goes to a screen and waits until it stands. */
    protected void open(String path) {
        page.navigate(carddesk.url(path));
        settled();
    }

    /**
     * Makes somebody the one who is signed in, and opens the desk. Whoever signed in before in this run comes back to the
     * session begun then; {@link #signInAnew} is for tests of signing in itself.
     */
    protected void signIn(String username) {
        List<Cookie> before = SIGNED_IN.get(username);
        if (before != null) {
            context.clearCookies();
            context.addCookies(before);
            open("/");
        }
        if (before == null || page.url().contains("/login")) {
            signInAnew(username);
            SIGNED_IN.put(username, context.cookies());
        }
    }

    /** Signs out whoever is signed in, and somebody in, with name and password. */
    protected void signInAnew(String username) {
        context.clearCookies();
        page.navigate(carddesk.url("/login"));
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button("Sign in").click();
        page.waitForURL(url -> !url.contains("/login"));
        settled();
    }

    /** Waits until the server has answered everything it was asked. */
    protected void settled() {
        page.waitForFunction("""
                () => {
                  const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(one => one.isActive);
                  return clients.length > 0 && clients.every(one => !one.isActive());
                }""");
    }

    protected Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    protected Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** A part of the page under its heading. */
    protected Locator panel(String title) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    protected Locator serialField() {
        return page.getByLabel("Serial number", new Page.GetByLabelOptions().setExact(true));
    }

    /** A field that opens a short list; its name begins with the value it has. */
    protected Locator selection(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("(^| )" + label + "$")));
    }

    /** A field that offers values for what is typed. */
    protected Locator choice(String label) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label));
    }

    protected Locator option(String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Picks a value from a list that opens. */
    protected void pick(String label, String value) {
        selection(label).click();
        option(value).click();
        settled();
    }

    /** Types the beginning of a value and takes the one that is offered. */
    protected void look(String label, String value) {
        choice(label).fill(value);
        option(value).click();
        settled();
    }

    protected void date(String label, String day) {
        choice(label).fill(day);
        choice(label).press("Enter");
        settled();
    }

    /** Gives files to a button that opens the dialog for files. */
    protected void give(Locator button, Path... files) {
        page.waitForFileChooser(button::click).setFiles(files);
    }

    /** Drags files from outside the browser over the whole board to a place, and drops them there. */
    protected void drop(Locator place, Path... files) {
        place.scrollIntoViewIfNeeded();
        CDPSession devTools = context.newCDPSession(page);
        BoundingBox above = panel("Proofs").boundingBox();
        BoundingBox wanted = place.boundingBox();
        drag(devTools, "dragEnter", above.x + 3, above.y + 3, files);
        drag(devTools, "dragOver", wanted.x - 4, wanted.y + 20, files);
        for (String type : List.of("dragOver", "dragOver", "drop")) {
            drag(devTools, type, wanted.x + wanted.width / 2, wanted.y + 20, files);
        }
        devTools.detach();
    }

    private static void drag(CDPSession devTools, String type, double x, double y, Path... files) {
        JsonArray paths = new JsonArray();
        Arrays.stream(files)
                .map(file -> file.toAbsolutePath().normalize().toString())
                .forEach(paths::add);
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", paths);
        data.addProperty("dragOperationsMask", 1);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", x);
        event.addProperty("y", y);
        event.add("data", data);
        devTools.send("Input.dispatchDragEvent", event);
    }

    /** Starts a case for a card from the desk, and says which number it got. */
    protected String startCase(String serial) {
        if (!page.url().equals(carddesk.url("/"))) {
            open("/");
        }
        serialField().fill(serial);
        button("Start a case for " + serial).click();
        page.waitForURL("**/cases/C-*");
        settled();
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Who the customer is; each time somebody else, because two with one address are looked at twice. */
    protected void customerIs(String name) {
        write("Name", name);
        write("E-mail", "it-" + UUID.randomUUID() + "@example.com");
    }

    private void write(String label, String value) {
        Locator field = panel("Customer").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.press("Tab");
        settled();
        assertThat(field).hasValue(value);
    }

    /** What a customer with a card bought in Denmark, and a code nobody can read, says. */
    protected void customerSays() {
        customerSays("02/05/2024");
    }

    /** The same of a card bought on another day. */
    protected void customerSays(String day) {
        customerIs("Testine Prøvesen");
        pick("Problem", "The code cannot be read");
        pick("Tried in", "App Store");
        look("Account region", "Denmark");
        date("Date of purchase", day);
        look("Country of purchase", "Denmark");
    }

    protected Locator place(String kind) {
        return panel("Proofs")
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(kind).setExact(true));
    }

    /** Accepts a picture, and says whether the serial number can be read on it. */
    protected void accept(String kind, boolean serialSeen) {
        if (serialSeen) {
            place(kind).getByRole(AriaRole.CHECKBOX).check();
        }
        place(kind)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept: " + kind))
                .click();
        assertThat(place(kind)).containsText("✓ Accepted");
    }

    /** Gives all three proofs of a physical card and accepts them. */
    protected void prove(CardPhotos photos) {
        give(button("Choose pictures"), photos.front(), photos.back(), photos.receipt());
        for (String kind : List.of("Front", "Back", "Receipt")) {
            assertThat(place(kind)).containsText("To be looked at");
        }
        accept("Front", false);
        accept("Back", true);
        accept("Receipt", false);
        settled();
    }

    /** Requests the replacement that is due, and confirms it. */
    protected void request() {
        button("Request replacement").click();
        button("Yes, request it").click();
        settled();
    }
}
