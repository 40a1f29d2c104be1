package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer gives pictures from the phone while an agent has the case open: two browsers that know nothing of each other. */
class PhoneLinkIT extends DemoBrowserTest {

    private static final int FILE_LIMIT = 15 * 1024 * 1024;

    private final ScreenReview review = new ScreenReview();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void onTheDesksScreen() {
        page.setViewportSize(1440, 900);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(complaints).isEmpty();
        assertThat(review.faults()).isEmpty();
        if (carddesk != null) {
            Path incoming = carddesk.data().resolve("evidence/incoming");
            try (Stream<Path> left = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void the_agents_page_fills_while_the_customer_sends() throws IOException {
        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        Path wrong = Files.writeString(
                folder.resolve("kvittering.jpg"), "<!doctype html><html><body>Not a picture</body></html>");
        signIn("agent");
        startCase("GCA04R2208815530");
        page.getByLabel("What should whoever reads this later know?").fill("She is looking for");
        String address = makeLink();

        Page phone = phone();
        phone.navigate(address);
        assertThat(phone.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Pictures for your support case")))
                .isVisible();
        assertThat(page.locator(".evidence-link-state")).containsText("Opened on a phone at");
        button("Done").click();

        phone.getByLabel("Choose a file: Receipt").setInputFiles(wrong);
        assertThat(phonePlace(phone, "Receipt").getByRole(AriaRole.ALERT))
                .containsText("This is an HTML page, not a picture");
        phone.getByLabel("Take a photo: Front of the card").setInputFiles(photos.front());
        phone.getByLabel("Choose a file: Back of the card").setInputFiles(photos.back());
        assertThat(phonePlace(phone, "Front of the card")).containsText("Arrived ✓");
        assertThat(phonePlace(phone, "Back of the card")).containsText("Arrived ✓");
        assertThat(place("Front")).containsText("To be looked at");
        assertThat(place("Back")).containsText("To be looked at");
        assertThat(panel("Proofs").getByText("The back of the card has arrived."))
                .isAttached();
        assertThat(panel("Story")).containsText("The customer sent by link: Back");
        assertThat(page.getByLabel("What should whoever reads this later know?"))
                .hasValue("She is looking for");
        phone.getByLabel("Choose a file: Receipt").setInputFiles(photos.receipt());
        assertThat(phonePlace(phone, "Receipt")).containsText("Arrived ✓");
        assertThat(phonePlace(phone, "Receipt").getByRole(AriaRole.ALERT)).isHidden();
        assertThat(place("Receipt")).containsText("To be looked at");

        Page another = phone();
        another.navigate(address);
        assertThat(another.getByRole(AriaRole.MAIN)).containsText("already in use on another phone");
        phone.reload();
        assertThat(phonePlace(phone, "Receipt")).containsText("Arrived ✓");
        button("Ask the customer’s phone…").click();
        button("Close the link").click();
        assertThat(page.getByText("The link is closed.")).isVisible();
        phone.reload();
        assertThat(phone.getByRole(AriaRole.MAIN)).containsText("This link is not open, or not any more");
        assertThat(phone.getByRole(AriaRole.MAIN)).not().containsText("Arrived");
    }

    @Test
    void what_does_not_arrive_stays_and_is_sent_again() {
        CardPhotos photos = CardPhotos.of("GCA406719186KT60", folder);
        signIn("agent");
        startCase("GCA406719186KT60");
        Page phone = phone();
        phone.navigate(makeLink());
        phone.route("**/files/**", route -> route.abort());

        phone.getByLabel("Choose a file: Front of the card").setInputFiles(photos.front());
        Locator front = phonePlace(phone, "Front of the card");
        assertThat(front.getByRole(AriaRole.ALERT)).containsText("Your picture is still here");
        phone.unroute("**/files/**");
        front.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();

        assertThat(front).containsText("Arrived ✓");
        button("Done").click();
        assertThat(place("Front")).containsText("To be looked at");
    }

    @Test
    void the_customers_page_is_readable_for_everybody() throws IOException {
        CardPhotos photos = CardPhotos.of("GCA08Z7154420913", folder);
        Path wrong = Files.writeString(folder.resolve("note.jpg"), "<!doctype html><html></html>");
        signIn("agent");
        startCase("GCA08Z7154420913");
        Page phone = phone();
        String address = makeLink();
        phone.navigate(address);
        review.everyWay(phone, "phone-begin", 320, 390, 1440);
        phone.getByLabel("Choose a file: Front of the card").setInputFiles(photos.front());
        phone.getByLabel("Choose a file: Receipt").setInputFiles(wrong);
        assertThat(phonePlace(phone, "Front of the card")).containsText("Arrived ✓");
        assertThat(phonePlace(phone, "Receipt")).containsText("HTML page");
        review.everyWay(phone, "phone-going", 320, 390, 1440);
        Page other = phone();
        other.navigate(address);
        review.everyWay(other, "phone-in-use", 320, 390, 1440);
        phone.keyboard().press("Tab");
        for (int i = 0; i < 4; i++) {
            phone.keyboard().press("Tab");
        }
        assertThat(phone.locator("input:focus")).hasCount(1);
    }

    @Test
    void no_byte_more_than_allowed_however_it_is_declared() throws IOException {
        signIn("agent");
        startCase("6087J8518875M653");
        Page phone = phone();
        String address = makeLink();
        phone.navigate(address);
        assertThat(phone.locator("main[data-ready]")).isVisible();
        Cookie cookie = phone.context().cookies(address).getFirst();
        String head = "POST " + address.substring(address.indexOf("/u/")) + "/files/FRONT HTTP/1.1\r\n"
                + "Host: localhost:" + carddesk.port() + "\r\nCookie: " + cookie.name + "=" + cookie.value
                + "\r\nX-Carddesk-Upload: 1\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n";
        byte[] start =
                Files.readAllBytes(CardPhotos.of("6087J8518875M653", folder).front());

        assertThat(sent(head + "Content-Length: " + (FILE_LIMIT + 1) + "\r\n\r\n", start, FILE_LIMIT + 1, false))
                .startsWith("HTTP/1.1 413")
                .contains("larger than 15 MB");
        assertThat(sent(head + "Transfer-Encoding: chunked\r\n\r\n", start, FILE_LIMIT + 1, true))
                .startsWith("HTTP/1.1 413");
        assertThat(sent(head + "Content-Length: " + (start.length + 5000) + "\r\n\r\n", start, start.length, false))
                .doesNotContain("TAKEN");
        assertThat(sent(head + "Content-Length: 100\r\n\r\n", start, start.length, false))
                .startsWith("HTTP/1.1 422");
        assertThat(place("Front")).containsText("Missing");
        button("Done").click();
        assertThat(sent(head + "Transfer-Encoding: chunked\r\n\r\n", start, start.length, true))
                .startsWith("HTTP/1.1 201");
        assertThat(place("Front")).containsText("To be looked at");
    }

    private String makeLink() {
        button("Ask the customer’s phone…").click();
        button("Make the link").click();
        return page.locator(".evidence-link-address").innerText().replaceAll("\\s", "");
    }

    private Page phone() {
        Page page = otherWindow(handheld());
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private static Locator phonePlace(Page phone, String name) {
        return phone.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** Sends a picture and as many bytes behind it as are wanted, and reads the answer, if there is one. */
    private String sent(String head, byte[] start, int length, boolean chunked) throws IOException {
        try (Socket socket = new Socket("localhost", carddesk.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] content = Arrays.copyOf(start, length);
            try {
                for (int at = 0; at < length; at += 64 * 1024) {
                    int size = Math.min(64 * 1024, length - at);
                    if (chunked) {
                        out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    }
                    out.write(content, at, size);
                    if (chunked) {
                        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
                if (chunked) {
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                }
                socket.shutdownOutput();
            } catch (IOException answeredAlready) {
                // What is too long is answered before it is sent to its end.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
