package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a half-read serial number to an issued replacement, the way people do it. */
class WholePathIT extends DemoBrowserTest {

    private static final Pattern REDEMPTION_CODE = Pattern.compile("(?<![A-Za-z0-9_-])X[A-Z0-9]{15}(?![A-Za-z0-9_-])");
    private static final Pattern NEW_CARD = Pattern.compile("New card\\s*([A-Z0-9]{8,})");

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    void an_agent_replaces_a_card_within_the_limit() throws IOException {
        hearEverything();
        signIn("agent");
        assertThat(serialField()).isEditable();
        serialField().pressSequentially("gca o4r2 2o8");
        Locator hit = link("GCA04R2208815530").filter(new Locator.FilterOptions().setHas(page.locator("mark")));
        assertThat(hit).isVisible();
        assertThat(hit.locator("mark")).not().hasCount(0);
        hit.click();
        assertThat(heading("GCA04R2208815530")).isVisible();
        assertThat(panel("The card")).containsText("DKK 300.00");
        button("Start a case").click();
        page.waitForURL("**/cases/C-*");
        Locator verdict = panel("Verdict");
        assertThat(verdict).containsText("A few facts are still needed");

        customerSays();
        assertThat(verdict).containsText("One or more proofs are missing");

        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        drop(place("Receipt"), photos.receipt());
        assertThat(place("Receipt")).containsText("To be looked at");
        give(button("Choose pictures"), photos.front(), photos.back());
        assertThat(place("Front")).containsText("To be looked at");
        assertThat(place("Back")).containsText("To be looked at");
        assertThat(place("Front").locator("img")).hasJSProperty("naturalHeight", 304);
        accept("Front", false);
        accept("Back", true);
        accept("Receipt", false);
        assertThat(verdict).containsText("entitled to a replacement");
        assertThat(verdict).containsText("DKK 300.00");

        request();
        Locator issued = page.getByText("New card");
        assertThat(issued).isVisible();
        String serial = newSerial();
        assertThat(panel("Letters")).containsText(Pattern.compile("Replacement issued.*Waiting", Pattern.DOTALL));
        assertThat(panel("Story")).containsText("GCA04R2208815530 was replaced by " + serial);
        assertThat(page.getByText("Issued within the agent’s limit", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        open("/cards/" + serial);
        assertThat(panel("The card")).containsText("DKK 300.00");
        noCodeWasReceived();
    }

    @Test
    void above_the_limit_somebody_else_decides() {
        hearEverything();
        signIn("supervisor");
        String number = startCase("GCA08Z7154420913");
        customerSays();
        prove(CardPhotos.of("GCA08Z7154420913", folder));
        assertThat(page.getByText("a supervisor decides")).isVisible();
        request();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Waiting for review");

        open("/review");
        link("DKK 500.00").first().click();
        assertThat(page.getByText("This is your own request")).isVisible();
        assertThat(button("Approve")).hasCount(0);
        page.keyboard().press("a");
        settled();
        assertThat(page.getByText("This is your own request")).isVisible();

        signIn("admin");
        open("/review");
        page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("DKK 500.00"))
                .first()
                .click();
        assertThat(heading("Replace DKK 500.00?")).isVisible();
        Locator pictures = panel("Proofs").locator("cd-viewer");
        assertThat(pictures).hasCount(3);
        page.waitForFunction("() => [...document.querySelectorAll('cd-viewer')].every(one => one.state?.zoom === 100)");
        page.keyboard().press("a");
        assertThat(button("Yes, issue it")).isFocused();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("DKK 500.00");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("GCA08Z7154420913");
        page.keyboard().press("Enter");
        assertThat(page.getByText("New card")).isVisible();

        signIn("supervisor");
        open("/cases/" + number);
        String serial = newSerial();
        assertThat(panel("Letters")).containsText(Pattern.compile("Replacement issued.*Waiting", Pattern.DOTALL));
        open("/cards/GCA08Z7154420913");
        assertThat(panel("The card")).containsText("Replaced by");
        assertThat(panel("The card")).containsText(serial);
        assertThat(panel("The card")).containsText("DKK 0.00");
        noCodeWasReceived();
    }

    @Test
    void a_wrong_file_is_refused_by_its_real_name_and_the_others_arrive() throws IOException {
        signIn("agent");
        startCase("6087J8518875M653");
        CardPhotos photos = CardPhotos.of("6087J8518875M653", folder);
        Path wrong = Files.writeString(
                folder.resolve("holiday.jpg"), "<!doctype html><html><body>Not a picture</body></html>");

        give(button("Choose pictures"), photos.front(), wrong, photos.back());

        Locator refused = panel("Proofs").getByRole(AriaRole.ALERT);
        assertThat(refused).containsText("holiday.jpg");
        assertThat(refused).containsText("This is an HTML page, not a picture");
        assertThat(panel("Proofs").getByText("To be looked at")).hasCount(2);
        button("Put this message away: holiday.jpg").click();
        assertThat(refused).hasText("");
    }

    @Test
    void an_administrator_imports_cards_and_fetches_the_refused_rows() throws IOException {
        String code = "XQ7ZWJKVYGJ2KWZP";
        Path file = Files.writeString(folder.resolve("delivery.csv"), """
                serial,kind,form,region,retailer,state,activated_at,face_value
                GCA77A4471902261,APP_STORE_ITUNES,PHYSICAL,DK,Kiosk Aarhus,ACTIVE,2024-05-02,200.00
                GCA77A4471902262,APP_STORE_ITUNES,PHYSICAL,DK,%s,ACTIVE,2024-05-02,200.00
                GCA77A4471902263,APP_STORE_ITUNES,PHYSICAL,DK,Kiosk Aarhus,ACTIVE,2024-05-02,many
                """.formatted(code));
        signIn("admin");
        open("/admin/cards");

        give(button("Choose a file…"), file);

        Locator run =
                panel("Imports").locator(".cd-import").filter(new Locator.FilterOptions().setHasText("delivery.csv"));
        assertThat(run).containsText("Done");
        assertThat(run).containsText("1 taken, 2 refused");
        Download refused =
                page.waitForDownload(() -> link("Download refused rows").first().click());
        String rows = Files.readString(refused.path());
        assertThat(rows)
                .contains("3;CODE_HERE")
                .contains("4;BAD_AMOUNT;")
                .contains(";many")
                .doesNotContain(code);
        open("/cards/GCA77A4471902261");
        assertThat(panel("The card")).containsText("DKK 200.00");
    }

    @Test
    void the_chosen_language_is_still_there_at_the_next_sign_in() {
        signInAnew("agent2");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Your account"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Language"))
                .hover();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Svenska"))
                .click();
        assertThat(heading("Startsida")).isVisible();

        signInAnew("agent2");

        assertThat(heading("Startsida")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
    }

    private String newSerial() {
        Matcher found = NEW_CARD.matcher(page.getByRole(AriaRole.MAIN).innerText());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void hearEverything() {
        page.onRequestFinished(this::hear);
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> received.add(String.valueOf(frame.text()))));
    }

    /** Hears what is complete: of an answer that a new page cut off, Playwright would wait for the end for ever. */
    private void hear(Request request) {
        Response response = request.response();
        boolean hasText = response != null
                && response.status() < 300
                && !"0".equals(response.headers().get("content-length"))
                && !List.of("image", "font").contains(request.resourceType());
        if (hasText && !response.url().contains("/VAADIN/build/")) {
            try {
                received.add(response.text());
            } catch (PlaywrightException left) {
                received.add("unread: " + response.url() + " " + left.getMessage());
            }
        }
    }

    private void noCodeWasReceived() {
        assertThat(received.stream().filter(one -> one.contains("New card"))).isNotEmpty();
        assertThat(received.stream().filter(one -> one.startsWith("unread: "))).isEmpty();
        assertThat(received.stream()
                        .flatMap(one -> REDEMPTION_CODE.matcher(one).results().map(MatchResult::group)))
                .isEmpty();
        assertThat(demoCodes())
                .hasSizeGreaterThan(200)
                .filteredOn(code -> received.stream().anyMatch(one -> one.contains(code)))
                .isEmpty();
    }

    private static List<String> demoCodes() {
        try (java.util.stream.Stream<String> lines =
                Files.lines(Path.of("src", "main", "resources", "demo", "stock.csv"))) {
            return lines.skip(1).map(line -> line.split(",")[1]).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
