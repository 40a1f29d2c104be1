package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the main path costs, from signing in to a requested replacement with three proofs: the browser counts every key
 * that is pressed and every click. The manual tells the figures; whoever makes the path longer has to say so there.
 */
class EffortIT extends DemoBrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(EffortIT.class);

    @BeforeEach
    void count() {
        page.addInitScript("""
                for (const [event, name] of [['keydown', 'keys'], ['pointerdown', 'clicks']]) {
                  addEventListener(event, one => {
                    if (one.isTrusted && !one.repeat) {
                      sessionStorage.setItem(name, 1 + Number(sessionStorage.getItem(name)));
                    }
                  }, true);
                }""");
    }

    @Test
    void everything_in_a_call_works_without_a_mouse() throws IOException {
        page.navigate(carddesk.url("/login"));
        tabTo(page.getByLabel("User name"));
        page.keyboard().type("agent");
        tabTo(page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type("carddesk");
        page.keyboard().press("Enter");
        assertThat(serialField()).isFocused();
        assertThat(serialField()).isEditable();
        page.keyboard().type("gca4o6719");
        assertThat(link("GCA406719186KT60")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(link("GCA406719186KT60")).isFocused();
        page.keyboard().press("c");
        page.waitForURL("**/cases/C-*");
        settled();

        choose("Problem", "The code cannot be read");
        choose("Tried in", "App Store");
        complete("Account region", "Denmark");
        tabTo(customer("Name"));
        page.keyboard().type("Bo Lund");
        tabTo(customer("E-mail"));
        page.keyboard().type("bo@example.com");
        tabTo(choice("Date of purchase"));
        settled();
        page.keyboard().type("24/07/2024");
        page.keyboard().press("Enter");
        settled();
        assertThat(choice("Date of purchase")).isFocused();
        complete("Country of purchase", "Denmark");
        assertThat(panel("Verdict")).containsText("One or more proofs are missing");

        CardPhotos photos = CardPhotos.of("GCA406719186KT60", LocalDate.of(2024, 7, 24), folder);
        tabTo(button("Choose pictures"));
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(new Path[] {photos.front(), photos.back(), photos.receipt()});
        assertThat(button("Accept all (3)")).isVisible();
        page.keyboard().press("a");
        Locator seen = page.getByRole(AriaRole.CHECKBOX).last();
        assertThat(seen).isFocused();
        page.keyboard().press("Space");
        tabTo(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Accept")));
        page.keyboard().press("Enter");
        assertThat(button("Request replacement")).isVisible();
        settled();
        page.keyboard().press("r");
        assertThat(button("Yes, request it")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByText("New card")).isVisible();
        costs("without a mouse");
    }

    @Test
    void the_same_with_a_mouse() throws IOException {
        page.navigate(carddesk.url("/login"));
        page.getByLabel("User name").click();
        page.keyboard().type("agent");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).click();
        page.keyboard().type("carddesk");
        button("Sign in").click();
        assertThat(serialField()).isEditable();
        page.keyboard().type("60ygsm6");
        button("Start a case for 60YGSM6413369876").click();
        page.waitForURL("**/cases/C-*");
        settled();

        pick("Problem", "The code cannot be read");
        pick("Tried in", "App Store");
        take("Account region", "Denm", "Denmark");
        customer("Name").click();
        page.keyboard().type("Bo Berg");
        customer("E-mail").click();
        page.keyboard().type("bo.b@example.com");
        choice("Date of purchase").click();
        page.keyboard().type("09/04/2024");
        page.keyboard().press("Enter");
        settled();
        take("Country of purchase", "Denm", "Denmark");
        CardPhotos photos = CardPhotos.of("60YGSM6413369876", LocalDate.of(2024, 4, 9), folder);
        give(button("Choose pictures"), photos.front(), photos.back(), photos.receipt());
        button("Accept all (3)").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Accept"))
                .click();
        button("Request replacement").click();
        button("Yes, request it").click();

        assertThat(page.getByText("New card")).isVisible();
        costs("with a mouse");
    }

    /** Compares with what the manual says of this way. */
    private void costs(String way) throws IOException {
        int keys = counted("keys");
        int clicks = counted("clicks");
        LOG.info("From signing in to a requested replacement {}: {} keys, {} clicks", way, keys, clicks);
        Matcher told = Pattern.compile("\\| " + way + " \\| (\\d+) keys \\| (\\d+) clicks \\|")
                .matcher(Files.readString(Path.of("src/site/markdown/figures.md")));
        assertThat(told.find()).as("a row for %s in the figures", way).isTrue();
        assertThat(keys).isLessThanOrEqualTo(Integer.parseInt(told.group(1)));
        assertThat(clicks).isLessThanOrEqualTo(Integer.parseInt(told.group(2)));
    }

    private int counted(String what) {
        return ((Number) page.evaluate("name => Number(sessionStorage.getItem(name))", what)).intValue();
    }

    private Locator customer(String label) {
        return panel("Customer").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private void take(String label, String typed, String value) {
        choice(label).click();
        page.keyboard().type(typed);
        option(value).click();
        settled();
    }

    private void choose(String label, String value) {
        Locator field = selection(label);
        tabTo(field);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
        for (int i = 0; i < 20 && !hasFocus(option(value)); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(option(value)).isFocused();
        page.keyboard().press("Enter");
        settled();
        assertThat(field).isFocused();
        assertThat(field).containsText(value);
    }

    private void complete(String label, String value) {
        Locator field = choice(label);
        tabTo(field);
        page.keyboard().type(value);
        assertThat(option(value)).isVisible();
        page.keyboard().press("Enter");
        settled();
        assertThat(field).isFocused();
        assertThat(field).hasValue(value);
    }

    private static boolean hasFocus(Locator one) {
        return (Boolean) one.evaluate("one => one === document.activeElement");
    }

    private void tabTo(Locator wanted) {
        for (int i = 0; i < 80; i++) {
            if (hasFocus(wanted.first())) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted.first()).isFocused();
    }
}
