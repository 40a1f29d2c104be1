package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.DrawnPictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk's own ways in for proofs, and who may use their addresses. */
class IntakeIT extends DemoBrowserTest {

    private static final int FILE_LIMIT = 15 * 1024 * 1024;

    private static final String TARGET =
            "() => document.querySelector('.evidence-board > vaadin-upload-drop-zone').manager.target";

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void nothingIsLeft() throws IOException {
        client.close();
        if (carddesk != null) {
            Path incoming = carddesk.data().resolve("evidence/incoming");
            try (Stream<Path> left = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void several_files_fill_the_places_in_the_order_in_which_they_were_chosen() throws IOException {
        signIn("agent");
        startCase("GCA04R2208815530");
        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        Path first = Files.write(folder.resolve("first.jpg"), DrawnPictures.jpeg(5000, 3500));
        Path second = renamed(photos.back(), "second.jpg");
        Path third = renamed(photos.receipt(), "third.jpg");
        page.evaluate("""
                () => {
                  const send = XMLHttpRequest.prototype.send;
                  const sent = [];
                  window.mostAtOnce = 0;
                  XMLHttpRequest.prototype.send = function (body) {
                    if (body instanceof File) {
                      sent.push(this);
                      const going = sent.filter((one) => one.readyState !== XMLHttpRequest.DONE).length;
                      window.mostAtOnce = Math.max(window.mostAtOnce, going);
                    }
                    send.call(this, body);
                  };
                }""");

        give(button("Choose pictures"), first, second, third);

        assertThat(picture("Front")).hasAttribute("alt", Pattern.compile("first\\.jpg"));
        assertThat(picture("Back")).hasAttribute("alt", Pattern.compile("second\\.jpg"));
        assertThat(picture("Receipt")).hasAttribute("alt", Pattern.compile("third\\.jpg"));
        assertThat(panel("Proofs").locator("vaadin-upload-file")).hasCount(0);
        assertThat(page.evaluate("() => window.mostAtOnce")).isEqualTo(1);
    }

    @Test
    void a_picture_in_the_clipboard_is_pasted() throws IOException {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        signIn("agent");
        startCase("GCA04R2208815530");
        assertThat(panel("Proofs")).containsText("You can also paste a picture with Ctrl+V.");
        heading("Proofs").click();

        copy(false);
        page.keyboard().press("Control+v");
        assertThat(picture("Front")).hasAttribute("alt", Pattern.compile("pasted picture\\.png"));

        page.getByLabel("What should whoever reads this later know?").click();
        page.keyboard().press("Control+v");
        assertThat(picture("Back")).isVisible();
        assertThat(page.getByLabel("What should whoever reads this later know?"))
                .hasValue("");
        copy(true);
        page.keyboard().press("Control+v");
        assertThat(page.getByLabel("What should whoever reads this later know?"))
                .hasValue("what it says");
        settled();
        assertThat(place("Receipt")).containsText("Missing");
    }

    @Test
    void the_camera_is_offered_where_there_is_one_to_hand() {
        signIn("agent");
        String number = startCase("GCA04R2208815530");
        assertThat(button("Take a photo: Front")).hasCount(0);

        Page touch = otherWindow(handheld().setStorageState(context.storageState()));
        touch.navigate(carddesk.url("/cases/" + number));
        Locator camera = touch.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take a photo: Front"));
        assertThat(camera).isVisible();
        assertThat(camera).hasJSProperty("capture", "environment");
        touch.waitForFileChooser(camera::click)
                .setFiles(CardPhotos.of("GCA04R2208815530", folder).front());
        // Somebody else's window has the case open, too.
        assertThat(picture("Front")).isVisible();
    }

    @Test
    void what_did_not_arrive_is_sent_again() {
        expectComplaints("ERR_FAILED");
        signIn("agent");
        startCase("GCA04R2208815530");
        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        page.route("**/VAADIN/dynamic/resource/**", route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        give(button("Choose file: Back"), photos.back());
        Locator failed = panel("Proofs").locator("vaadin-upload-file");
        assertThat(failed).containsText("No connection. Try again.");
        page.unroute("**/VAADIN/dynamic/resource/**");

        failed.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();

        assertThat(picture("Back")).isVisible();
        assertThat(failed).hasCount(0);
        // What the server had to turn away for the moment is sent again by the same file.
        page.evaluate("""
                () => {
                  const again = document.createElement('button');
                  again.dataset.again = '2';
                  document.body.append(again);
                  again.click();
                }""");
        assertThat(panel("Proofs")).containsText("Other pictures");
    }

    @Test
    void no_byte_more_than_allowed_however_it_is_declared() throws Exception {
        signIn("agent");
        startCase("GCA04R2208815530");
        byte[] start =
                Files.readAllBytes(CardPhotos.of("GCA04R2208815530", folder).front());
        byte[] tooLong = appended(start, FILE_LIMIT + 1 - start.length);

        post(target(), cookies(), BodyPublishers.ofByteArray(tooLong));
        assertThat(panel("Proofs").getByRole(AriaRole.ALERT)).containsText("larger than 15 MB");
        button("Put this message away: raw.jpg").click();
        post(target(), cookies(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)));
        assertThat(panel("Proofs").getByRole(AriaRole.ALERT)).containsText("larger than 15 MB");
        assertThat(place("Front")).containsText("Missing");
        post(target(), cookies(), BodyPublishers.ofByteArray(start));
        assertThat(picture("Front")).isVisible();
    }

    @Test
    void an_upload_address_is_of_use_only_to_its_own_window() throws Exception {
        byte[] content =
                Files.readAllBytes(CardPhotos.of("GCA04R2208815530", folder).front());
        BodyPublisher picture = BodyPublishers.ofByteArray(content);
        signIn("agent2");
        String stranger = cookies();
        signIn("agent");
        String number = startCase("GCA04R2208815530");
        String address = target();
        String session = cookies();

        assertThat(post(address, stranger, picture)).isNotEqualTo(200);
        assertThat(post(address, "", picture)).isNotEqualTo(200);
        assertThat(place("Front")).containsText("Missing");

        link("Cases").first().click();
        page.waitForURL("**/cases");
        settled();
        assertThat(post(address, session, picture))
                .as("after the board is gone")
                .isNotEqualTo(200);

        open("/cases/" + number);
        String last = target();
        String before = cookies();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Your account"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/login**");
        assertThat(post(last, before, picture)).as("after sign-out").isNotEqualTo(200);

        signIn("agent");
        open("/cases/" + number);
        assertThat(place("Front")).containsText("Missing");
        String again = target();
        button("Solved").click();
        settled();
        assertThat(post(again, cookies(), picture)).as("of a closed case").isNotEqualTo(200);
        open("/cases/" + number);
        assertThat(place("Front")).containsText("Missing");
    }

    private Locator picture(String kind) {
        return place(kind).locator("img");
    }

    private String target() {
        settled();
        return carddesk.url("/" + page.evaluate(TARGET));
    }

    private String cookies() {
        return context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private int post(String address, String cookies, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "image/jpeg")
                .header("X-Filename", "raw.jpg")
                .POST(body);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Puts a picture into the clipboard, and words beside it if they are wanted. */
    private void copy(boolean withText) throws IOException {
        byte[] png = DrawnPictures.png(200, 120);
        page.evaluate("""
                async ([picture, text]) => {
                  const bytes = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0));
                  const parts = { 'image/png': new Blob([bytes], { type: 'image/png' }) };
                  if (text) {
                    parts['text/plain'] = new Blob(['what it says'], { type: 'text/plain' });
                  }
                  await navigator.clipboard.write([new ClipboardItem(parts)]);
                }""", List.of(Base64.getEncoder().encodeToString(png), withText));
    }

    private Path renamed(Path file, String name) throws IOException {
        return Files.copy(file, folder.resolve(name));
    }

    private static byte[] appended(byte[] picture, int more) {
        return Arrays.copyOf(picture, picture.length + more);
    }
}
