package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One key, one click, a double click or a key that is held down never pays; a second, deliberate press does. */
class PaymentIT extends DemoBrowserTest {

    @Test
    void a_press_that_opens_the_question_never_answers_it() throws IOException {
        signIn("agent");
        startCase("606276B0160ZR255");
        customerSays("14/01/2024");
        prove(CardPhotos.of("606276B0160ZR255", LocalDate.of(2024, 1, 14), folder));

        hold("r", button("Yes, request it"));
        nothingWasPaid();
        button("Request replacement").focus();
        hold("Enter", button("Yes, request it"));
        nothingWasPaid();
        button("Request replacement").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        nothingWasPaid();
        button("Request replacement").dblclick();
        nothingWasPaid();

        page.keyboard().press("r");
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("DKK 200.00");
        assertThat(question).containsText("606276B0160ZR255");
        assertThat(question).containsText("@example.com");
        assertThat(button("Yes, request it")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("New card")).isVisible();
    }

    /** Holds a key down until the question stands, and for a while after, as a keyboard repeats it. */
    private void hold(String key, Locator answer) {
        page.keyboard().down(key);
        assertThat(answer).isVisible();
        for (int i = 0; i < 20; i++) {
            page.keyboard().down(key);
        }
        page.waitForTimeout(600);
        for (int i = 0; i < 5; i++) {
            page.keyboard().down(key);
        }
        page.keyboard().up(key);
    }

    /** The question is closed, and the replacement can still be requested. */
    private void nothingWasPaid() {
        settled();
        assertThat(page.getByText("New card")).hasCount(0);
        if (page.getByRole(AriaRole.ALERTDIALOG).count() > 0) {
            page.keyboard().press("Escape");
        }
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
        assertThat(button("Request replacement")).isVisible();
    }
}
