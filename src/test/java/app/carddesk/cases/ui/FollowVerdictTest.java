package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class FollowVerdictTest extends CaseScreen {

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void the_verdict_follows_the_facts_as_they_are_told() {
        open(cards.active(50_000));
        assertThat(verdict())
                .contains(
                        "A few facts are still needed", "Not known yet: what the problem is", "Ask where the card was");

        choose("Problem", Problem.INVALID);
        choose("Tried in", Place.ONLINE_STORE);
        pick("Account region", Region.DENMARK);
        pick("Country of purchase", Region.DENMARK);
        enter(_get(DatePicker.class, spec -> spec.withLabel("Date of purchase")), LocalDate.of(2024, 5, 2));
        assertThat(verdict())
                .contains("check the characters with the customer first")
                .doesNotContain("Not known yet");

        press("Every character is visible");
        press("All compared, still refused");
        assertThat(verdict()).contains("One or more proofs are missing");

        pick("Account region", Region.NORWAY);
        assertThat(verdict()).contains("tried outside the region", "Account region: Norway", "Proofs missing");
    }

    @Test
    void a_changed_outcome_is_announced_and_an_unchanged_one_is_not() {
        open(cards.active(50_000));
        assertThat(announced()).isEmpty();

        fill("Retailer", "Supermarket");
        assertThat(announced()).isEmpty();
        choose("Problem", Problem.LOST_OR_STOLEN);

        assertThat(announced()).startsWith("The verdict has changed: The card is lost or stolen");
    }

    @Test
    void steps_with_the_customer_are_written_down_and_can_be_undone() {
        open(cards.card(CardState.NOT_ACTIVATED, 50_000));
        assertThat(verdict()).contains("the retailer is the first place to turn");

        press("No retailer can be reached");
        assertThat(verdict()).contains("a supervisor decides");
        press("Undo");

        assertThat(verdict()).contains("the retailer is the first place to turn");
        assertThat(page()).contains("Undone (Not possible): Ask the customer to contact the retailer");
    }

    @Test
    void whose_account_is_asked_of_linked_cards_only() {
        open(cards.active(50_000));
        assertThat(labels()).doesNotContain("Linked to");

        open(cards.card(CardState.LINKED, 50_000));
        assertThat(labels()).contains("Linked to");
        assertThat(labels()).doesNotContain("When it was lost");

        choose("Problem", Problem.LOST_OR_STOLEN);
        assertThat(labels()).contains("When it was lost");
    }

    private static String verdict() {
        return _get(VerdictPanel.class).getElement().getTextRecursively();
    }

    private static String announced() {
        return _get(_get(VerdictPanel.class), Div.class, spec -> spec.withClasses("cd-visually-hidden"))
                .getText();
    }

    private static List<String> labels() {
        return _find(Select.class).stream().map(select -> select.getLabel()).toList();
    }
}
