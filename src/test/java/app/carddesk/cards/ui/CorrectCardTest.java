package app.carddesk.cards.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.Card;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.ui.AmountField;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two supervisors put right what stands on a card. */
@Tag("database")
class CorrectCardTest extends KaribuTest {

    @Autowired
    private TestCards cards;

    @Test
    void a_balance_is_asked_for_with_a_preview_and_confirmed_by_another() {
        Card card = cards.spend(cards.active(50_000), 20_000);
        open("supervisor", card);
        click("Correct the balance…");
        enter(_get(AmountField.class), "400.50");
        assertThat(preview()).isEqualTo("DKK 300.00 → DKK 400.50");
        explain("The till booked it twice.");
        click("Ask for confirmation");

        assertThat(page()).contains("Waits for a second person", "another supervisor has to confirm");
        assertThat(cards.reload(card).balance()).isEqualTo(Money.ofMinor(30_000, "DKK"));
        assertThat(_find(Button.class, spec -> spec.withText("Confirm"))).isEmpty();

        open("admin", card);
        click("Confirm");
        click("Yes, book it");

        assertThat(cards.reload(card).balance()).isEqualTo(Money.ofMinor(40_050, "DKK"));
        assertThat(page())
                .contains("Corrected", "Booked twice: The till booked it twice.")
                .contains("Solveig Dahl, confirmed by Asta Krogh");
    }

    @Test
    void an_activation_is_booked() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 30_000);
        open("supervisor", card);
        click("Book the activation…");
        assertThat(preview()).isEqualTo("DKK 0.00 → DKK 300.00");
        explain("The receipt is plain.");
        click("Ask for confirmation");
        open("admin", card);
        click("Confirm");
        click("Yes, book it");

        assertThat(cards.reload(card).state()).isEqualTo(CardState.ACTIVE);
        assertThat(page()).contains("Put right by two supervisors");
    }

    @Test
    void what_is_refused_says_why_and_what_to_do() {
        Card card = cards.active(50_000);
        open("supervisor", card);
        click("Correct the balance…");
        enter(_get(AmountField.class), "500.01");

        assertThat(preview()).isEqualTo("The card was sold for DKK 500.00; more than that cannot stand on it.");
        click("Ask for confirmation");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(Select.class).isInvalid()).isTrue();
        enter(_get(AmountField.class), "-1");
        assertThat(_get(AmountField.class).isInvalid()).isTrue();
    }

    @Test
    void a_new_balance_that_may_be_thousands_or_decimals_is_asked_back() {
        Card card = cards.spend(cards.active(200_000), 50_000);
        open("supervisor", card);
        click("Correct the balance…");
        enter(_get(AmountField.class), "1,000");
        explain("A wrong number.");

        click("Ask for confirmation");

        assertThat(preview()).contains("Which amount is meant?");
        assertThat(_get(AmountField.class).getErrorMessage()).contains("Which amount is meant?");
        click("DKK\u00a01,000.00");
        assertThat(preview()).isEqualTo("DKK 1,500.00 → DKK 1,000.00");
        click("Ask for confirmation");
        assertThat(page()).contains("Waits for a second person");
    }

    @Test
    void a_correction_is_refused_from_the_review_with_a_reason() {
        Card card = cards.active(50_000);
        open("supervisor", card);
        click("Correct the balance…");
        enter(_get(AmountField.class), "1.00");
        explain("A wrong number.");
        click("Ask for confirmation");

        open("admin", card);
        click("Refuse");
        enter(_get(TextArea.class), "The receipt says otherwise.");
        click("Refuse the correction");

        assertThat(page()).contains("Refused", "The receipt says otherwise.");
        assertThat(cards.reload(card).balance()).isEqualTo(card.balance());
    }

    @Test
    void an_agent_sees_the_journal_and_no_corrections() {
        open("agent", cards.active(50_000));

        _assertNone(CorrectionsPanel.class);
        assertThat(_find(Button.class, spec -> spec.withText("Correct the balance…")))
                .isEmpty();
    }

    @Test
    void a_card_that_was_replaced_meanwhile_is_not_corrected() {
        Card card = cards.active(50_000);
        open("supervisor", card);
        click("Correct the balance…");
        enter(_get(AmountField.class), "1.00");
        explain("A wrong number.");
        cards.link(card);
        click("Ask for confirmation");

        assertThat(preview()).contains("The balance of a linked card stands on an account.");
    }

    private void open(String username, Card card) {
        signIn(username);
        UI.getCurrent().navigate(CardView.class, card.serial().value());
        NotificationsKt.clearNotifications();
    }

    @SuppressWarnings("unchecked")
    private static void explain(String words) {
        enter(_get(Select.class, spec -> spec.withLabel("Reason")), CorrectionReason.CHARGED_TWICE);
        enter(_get(TextArea.class, spec -> spec.withLabel("What happened?")), words);
    }

    private static <T> void enter(AbstractField<?, T> field, T value) {
        BasicUtilsKt.checkEditableByUser(field);
        field.setValue(value);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String preview() {
        return plain(_get(Paragraph.class, spec -> spec.withClasses("cd-correction-preview"))
                .getText());
    }

    private static String page() {
        return plain(_get(CardView.class).getElement().getTextRecursively());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
