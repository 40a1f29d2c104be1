package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a window shows when its sign-in ends: nothing of what stood there, and the way back to it. */
class SessionIT extends BrowserTest {

    private static final Pattern SIGNED_OUT = Pattern.compile(".*/signed-out\\?.*");

    private static RunningCarddesk carddesk;

    private static final String SERIAL = "GCA04R2208815530";

    @BeforeEach
    void start() {
        if (carddesk == null) {
            carddesk = RunningCarddesk.start(
                    RunningCarddesk.newDataFolder(),
                    RunningCarddesk.freePort(),
                    "--spring.profiles.active=demo",
                    "--carddesk.session.idle=24s",
                    "--carddesk.session.longest=10m",
                    "--carddesk.session.warning=10s",
                    "--carddesk.session.sweep=PT1S");
            carddesk.awaitReady();
        }
        page.setDefaultTimeout(60_000);
    }

    @AfterAll
    static void stop() {
        if (carddesk != null) {
            carddesk.close();
            carddesk = null;
        }
    }

    @Test
    void an_idle_screen_is_cleared_in_every_window_and_comes_back_with_what_was_typed() {
        signIn();
        String address = startCase();
        note(page).fill("Said the code is scra");
        page.waitForTimeout(1500);
        assertThat(page.innerText("body")).contains(SERIAL);
        Page other = context.newPage();
        other.navigate(address);
        assertThat(note(other)).isVisible();

        // A warning first, which any key takes back, in both windows.
        assertThat(warning(page)).isVisible(within(20_000));
        assertThat(warning(page)).containsText("Press a key or the button to stay");
        page.keyboard().press("Shift");
        assertThat(warning(page)).isHidden(hiddenWithin(8000));
        assertThat(page).hasURL(address);

        // Then nothing more: loading the page again is no act.
        page.waitForTimeout(8000);
        page.reload();
        page.waitForURL(SIGNED_OUT);
        other.waitForURL(SIGNED_OUT);
        for (Page one : List.of(page, other)) {
            assertThat(one.getByRole(AriaRole.HEADING)).hasText("You were signed out");
            assertThat(one.content()).doesNotContain(SERIAL, "scra");
            assertThat(one.innerText("body")).doesNotContain("C-20");
        }
        assertThat(page.request().get(carddesk.url("/session")).text()).contains("\"over\":true");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        fillIn();
        page.waitForURL(url -> url.startsWith(address));
        assertThat(note(page)).hasValue("Said the code is scra");
        // The other window needs no second sign-in.
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        assertThat(note(other)).isVisible();
    }

    @Test
    void signing_out_in_one_window_clears_the_others_at_once() {
        signIn();
        startCase();
        assertThat(note(page)).isVisible();
        Page other = context.newPage();
        other.navigate(carddesk.url("/cases"));
        other.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("Your account.*")))
                .click();
        other.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        other.waitForURL("**/login");
        page.waitForURL(SIGNED_OUT, new Page.WaitForURLOptions().setTimeout(8000));
        assertThat(page.content()).doesNotContain(SERIAL);
        assertThat(page.innerText("body")).doesNotContain("C-20");
    }

    private void signIn() {
        page.navigate(carddesk.url("/login"));
        fillIn();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Starts a case from the desk, and says at which address it stands. */
    private String startCase() {
        page.navigate(carddesk.url("/"));
        page.getByLabel("Serial number", new Page.GetByLabelOptions().setExact(true))
                .fill(SERIAL);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start a case for " + SERIAL))
                .click();
        page.waitForURL("**/cases/C-*");
        return page.url();
    }

    private void fillIn() {
        page.getByLabel("User name").fill("agent");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("carddesk");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static Locator note(Page of) {
        return of.getByLabel("What should whoever reads this later know?");
    }

    private static Locator warning(Page of) {
        return of.getByRole(AriaRole.ALERTDIALOG, new Page.GetByRoleOptions().setName("You will be signed out soon"));
    }

    private static LocatorAssertions.IsVisibleOptions within(double milliseconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(milliseconds);
    }

    private static LocatorAssertions.IsHiddenOptions hiddenWithin(double milliseconds) {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(milliseconds);
    }
}
