package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** Behind a proxy that passes no websockets on, what others do appears on the screen all the same. */
class PollingIT extends DemoBrowserTest {

    @Test
    void what_a_customer_sends_appears_on_the_agents_screen_by_polling() {
        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        expectComplaints("WebSocket connection to");
        try (ProxyWithoutUpgrade proxy = new ProxyWithoutUpgrade(carddesk.port())) {
            context.clearCookies();
            page.navigate(proxy.url("/login"));
            page.getByLabel("User name").fill("agent");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("carddesk");
            button("Sign in").click();
            page.waitForURL(url -> !url.contains("/login"));
            settled();
            serialField().fill("GCA04R2208815530");
            button("Start a case for GCA04R2208815530").click();
            page.waitForURL("**/cases/C-*");
            settled();
            button("Ask the customer’s phone…").click();
            button("Make the link").click();
            String address = page.locator(".evidence-link-address").innerText().replaceAll("\\s", "");
            assertThat(address).startsWith(proxy.url("/u/"));

            Page phone = otherWindow(handheld());
            phone.navigate(address);
            assertThat(page.locator(".evidence-link-state"))
                    .containsText(
                            "Opened on a phone at", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));

            phone.getByLabel("Choose a file: Back of the card").setInputFiles(photos.back());
            button("Done").click();
            assertThat(panel("Story"))
                    .containsText(
                            "The customer sent by link: Back",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(proxy.upgrades()).isPositive();
        }
    }
}
