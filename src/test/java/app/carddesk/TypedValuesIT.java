package app.carddesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days and amounts as people type them into a real browser: read as they are meant, or named, and never erased. */
class TypedValuesIT extends DemoBrowserTest {

    private static final String SAVED = "12/11/2023";

    @Test
    void days_and_amounts_are_read_or_refused_and_what_was_saved_stays() {
        signIn("agent");
        page.getByLabel("Serial number").fill("GCA0000000");
        button("Start a case with GCA0000000 anyway").click();
        page.waitForURL("**/cases/C-*");
        settled();
        Locator day = field("Date of purchase");

        for (String typed : List.of(
                "02/05/2024", "2/5/2024", "2.5.2024", "2024-05-02", "20240502", "2 May 2024", "2.5.24", "02-05-24")) {
            type(day, SAVED);
            type(day, typed);
            assertThat(day).hasValue("02/05/2024");
            assertThat(page.getByText("Date of purchase: 12 Nov 2023 → 2 May 2024")
                            .first())
                    .isVisible();
        }
        type(day, SAVED);
        for (String typed : List.of("31.4.2024", "29/2/2023", "0024-05-02", "02/05/20241", "next week")) {
            type(day, typed);
            assertThat(page.locator("vaadin-date-picker[data-field=purchase_date]"))
                    .hasAttribute("invalid", "");
            page.reload();
            settled();
            assertThat(day).hasValue(SAVED);
        }
        type(day, "31.4.2024");
        type(day, "");
        page.reload();
        settled();
        assertThat(day).hasValue("");

        Locator country = field("Country of purchase");
        country.fill("Denm");
        country.press("Enter");
        settled();
        Locator amount = field("Amount paid");
        type(amount, "kr 300,50");
        assertThat(amount).hasValue("300.50");
        type(amount, "1.000");
        assertThat(page.getByText("Which amount is meant?").first()).isVisible();
        button("DKK\u00a01,000.00").press("Enter");
        assertThat(amount).hasValue("1,000.00");
        type(amount, "lots");
        page.reload();
        settled();
        assertThat(amount).hasValue("1,000.00");
    }

    private Locator field(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .or(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label)))
                .first();
    }

    private void type(Locator into, String text) {
        into.fill(text);
        into.press("Tab");
        settled();
    }
}
