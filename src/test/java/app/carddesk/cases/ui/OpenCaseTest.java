package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
class OpenCaseTest extends CaseScreen {

    @Autowired
    private CardCasesPanel panel;

    @Test
    void a_case_starts_from_a_hit_on_the_desk() {
        Card card = cards.active(50_000);
        signIn("agent");
        UI.getCurrent().navigate("");
        type(text("Serial number"), card.serial().value());

        _click(_get(Button.class, spec -> spec.withClasses("cd-hit-start")));

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("cases/C-");
        assertThat(page())
                .contains(
                        "Case opened with " + card.serial(), "App Store & iTunes gift card", "DKK\u00a0500.00 unused");
    }

    @Test
    void a_case_starts_without_a_card() {
        signIn("supervisor");
        UI.getCurrent().navigate("");

        press("Start a case without a card");

        assertThat(page()).contains("Case opened without a card", "No card in the register matches");
    }

    @Test
    void a_serial_the_register_does_not_know_can_have_a_case_too() {
        Serial unknown = TestCards.serial("GCA");
        signIn("agent");
        UI.getCurrent().navigate("");
        type(text("Serial number"), unknown.value());

        press("Start a case with " + unknown + " anyway");

        assertThat(page()).contains(unknown.value(), "Not in the register.");
    }

    @Test
    void the_cards_page_shows_the_verdict_so_far_and_the_cards_cases() {
        Card card = cards.active(50_000);
        signIn("agent");
        String number = open(card).toString();

        Div holder = new Div(panel.create(card).orElseThrow());
        UI.getCurrent().add(holder);

        assertThat(holder.getElement().getTextRecursively())
                .contains("The verdict so far", "A few facts are still needed", number);
        _click(_get(holder, Button.class, spec -> spec.withText("Start a case")));
        assertThat(_get(H1.class).getText()).startsWith("C-").isNotEqualTo(number);
    }

    @Test
    void an_unknown_number_helps_on() {
        signIn("agent");

        UI.getCurrent().navigate("cases/C-2026-999999999");

        assertThat(page()).contains("There is no case with this number", "To the list of cases");
    }

    @Test
    void the_card_can_be_corrected_on_the_page() {
        Card card = cards.active(50_000);
        signIn("agent");
        open(null);
        press("Name the card");
        type(text("Serial number"), card.serial().value());

        press("Save");

        assertThat(page()).contains(card.serial().value(), "DKK\u00a0500.00 unused", "A few facts are still needed");
    }
}
