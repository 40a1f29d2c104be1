package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What the customer answered by mail comes into the case as the file that a mail program saves. */
class ReplyIT extends DemoBrowserTest {

    private static final String CODE = "XR4K 7WPM 2HTD 9VLC";

    @Test
    void a_mail_is_filed_wherever_on_the_case_it_is_dropped() throws IOException {
        signIn("agent");
        startCase("GCA04R2208815530");
        CardPhotos photos = CardPhotos.of("GCA04R2208815530", folder);
        Path mail = Files.writeString(folder.resolve("answer.eml"), answer(photos.receipt()));

        drop(panel("Story"), mail);

        assertThat(panel("Letters")).containsText("The reply is filed. Attachments taken as proofs: 1 of 1.");
        assertThat(panel("Story")).containsText("The customer answered: The receipt you asked for");
        assertThat(panel("Story")).containsText("It is in the attachment. The code is •••• as far as I can see.");
        assertThat(panel("Story")).containsText("kvittering.jpg");
        assertThat(page.content()).doesNotContain(CODE, CODE.replace(" ", ""));

        // Above a place for pictures, and for the second time.
        drop(place("Receipt"), mail);

        assertThat(panel("Letters")).containsText("This reply is already filed; nothing was doubled.");
        assertThat(page.getByText("The customer answered:")).hasCount(1);
    }

    @Test
    void what_is_dropped_beside_every_place_does_not_lead_away() throws IOException {
        signIn("agent");
        String number = startCase("GCA04R2208815530");
        Path list = Files.writeString(folder.resolve("list.txt"), "eggs, milk");

        drop(panel("Story"), list);
        settled();

        assertThat(page).hasURL(carddesk.url("/cases/" + number));
        assertThat(panel("Story")).containsText("Case opened with GCA04R2208815530");
    }

    @Test
    void the_note_and_the_letter_are_a_key_away() {
        signIn("agent");
        startCase("GCA04R2208815530");
        page.locator("body").click(new Locator.ClickOptions().setPosition(600, 5));

        page.keyboard().press("n");
        page.keyboard().type("No key is a letter too many");

        assertThat(page.getByLabel("What should whoever reads this later know?"))
                .hasValue("No key is a letter too many");
        page.keyboard().press("Tab");
        page.keyboard().press("l");
        assertThat(button("For print or post")).isVisible();
    }

    private static String answer(Path picture) throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(picture));
        return """
                From: Ida Prøve <ida@example.com>
                To: carddesk@localhost
                Subject: The receipt you asked for
                Message-ID: <answer.browser@example.com>
                Date: Fri, 27 Nov 2026 09:30:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="part"

                --part
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                It is in the attachment. The code is %s as far as I can see.
                --part
                Content-Type: image/jpeg; name="kvittering.jpg"
                Content-Disposition: attachment; filename="kvittering.jpg"
                Content-Transfer-Encoding: base64

                %s
                --part--
                """.formatted(CODE, encoded);
    }
}
