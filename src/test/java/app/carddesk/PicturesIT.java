package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures that the README and the manual show, light and dark, and keeps them small. They are written under
 * target, and where the property {@code carddesk.pictures} names a folder, there.
 */
class PicturesIT extends DemoBrowserTest {

    private static final int WIDTH = 1440;
    private static final int MOST_BYTES = 150 * 1024;

    @BeforeEach
    void onTheDesksScreen() {
        page.setViewportSize(WIDTH, 900);
    }

    @Test
    void the_desk_with_a_misread_card_found() throws IOException {
        signIn("agent");
        serialField().fill("gca0bz71");
        assertThat(link("GCA08Z7154420913").locator("mark").first()).isVisible();

        keep("desk");
    }

    @Test
    void the_decision_of_a_supervisor() throws IOException {
        String serial = "GCA2612886993R14";
        signIn("agent");
        String number = startCase(serial);
        customerSays("02/06/2024");
        prove(CardPhotos.of(serial, LocalDate.of(2024, 6, 2), folder));
        request();
        signIn("supervisor");
        open("/review");
        page.locator(".cd-review-row", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(button("Approve")).isVisible();
        assertThat(panel("Proofs").locator("cd-viewer")).hasCount(3);
        page.waitForFunction("() => [...document.querySelectorAll('cd-viewer')].every(one => one.state?.zoom === 100)");

        keep("decision");
    }

    private void keep(String name) throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            ScreenReview.keepStill(page);
            byte[] picture = webp();
            assertThat(picture).as("bytes of a picture of the %s", name).hasSizeLessThanOrEqualTo(MOST_BYTES);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                    .isEqualTo(WIDTH);
            Path folder =
                    Files.createDirectories(Path.of(System.getProperty("carddesk.pictures", "target/site-pictures")));
            Files.write(folder.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".webp"), picture);
        }
    }

    /** What stands in the window, as WebP, which Playwright's own pictures are not. */
    private byte[] webp() {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("format", "webp");
        wanted.addProperty("quality", 95);
        CDPSession devTools = context.newCDPSession(page);
        String picture =
                devTools.send("Page.captureScreenshot", wanted).get("data").getAsString();
        devTools.detach();
        return Base64.getDecoder().decode(picture);
    }
}
