package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.DoneStep;
import app.carddesk.cases.StepOutcome;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Language;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent is guided through the conversation with the customer. */
@Tag("database")
class GuideConversationTest extends CaseScreen {

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void one_step_is_in_the_foreground_with_progress_and_its_outcome_is_kept() {
        CaseNumber number = reportedInvalid();
        assertThat(conversation()).contains("Step 4 of 11", "label or scratch layer", "After that");

        press("Every character is visible");

        assertThat(contents(number).steps())
                .extracting(DoneStep::step, DoneStep::outcome)
                .containsExactly(tuple(Step.UNCOVER_CODE, StepOutcome.YES));
        assertThat(conversation()).contains("Step 5 of 11", "compare every character");
        assertThat(page()).contains("Yes: Make sure that the label");
    }

    @Test
    void an_answer_about_a_fact_is_written_into_its_field_and_can_be_taken_back() {
        CaseNumber number = open(cards.active(50_000));

        press("Lost or stolen");
        assertThat(contents(number).values().get(CaseField.PROBLEM)).isEqualTo(Problem.LOST_OR_STOLEN);
        assertThat(conversation()).contains("already received the card when it went missing");

        press("Undo");
        assertThat(contents(number).values().get(CaseField.PROBLEM)).isNull();
        assertThat(conversation()).contains("Ask what happens when the customer tries to use the card");
    }

    @Test
    void a_step_that_helped_ends_the_conversation_and_closes_the_case() {
        CaseNumber number = open(cards.card(CardState.NOT_ACTIVATED, 50_000));

        press("The retailer solved it");
        assertThat(conversation()).contains("Solved with the customer");
        press("Close as solved");

        assertThat(contents(number).dossier().summary().state()).isEqualTo(CaseState.SOLVED);
        assertThat(buttons(_get(StepsPanel.class))).isEmpty();
    }

    @Test
    void what_does_not_help_ends_at_a_person_and_can_be_undone() {
        open(cards.card(CardState.NOT_ACTIVATED, 50_000));

        press("The retailer could not help");
        assertThat(conversation()).contains("a supervisor takes over", "The retailer could not help");
        press("Hand over to a supervisor");
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("Refer to a supervisor");
        _get(Dialog.class).close();

        press("Undo");
        assertThat(conversation()).contains("contact the retailer").doesNotContain("a supervisor takes over");
    }

    @Test
    void a_person_can_be_asked_at_every_turn() {
        open(cards.active(50_000));

        press("Hand over to a supervisor");

        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("Refer to a supervisor");
    }

    @Test
    void one_click_says_it_in_the_customers_language_and_that_holds_for_the_case() {
        CaseNumber number = reportedInvalid();
        editing.change(id(number), CaseField.CUSTOMER_LANGUAGE, null, Language.DA);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);
        assertThat(said().getText()).startsWith("Please do not read me the code");
        assertThat(said().getElement().getAttribute("lang")).isEqualTo("en");

        _click(_get(NativeButton.class, spec -> spec.withText("Dansk")));
        assertThat(said().getText()).startsWith("Læs ikke koden op for mig");
        assertThat(said().getElement().getAttribute("lang")).isEqualTo("da");
        assertThat(pressed("Dansk")).isEqualTo("true");
        assertThat(pressed("English")).isEqualTo("false");

        press("Every character is visible");
        assertThat(said().getText()).startsWith("Behold koden for dig selv");
        assertThat(pairs()).contains("B som i Bernhard eller tallet 8 (otte)?", "U som i Ulla eller V som i Viggo?");

        open(cards.active(50_000));
        assertThat(said().getText()).startsWith("What happens");
        UI.getCurrent().navigate("cases/" + number);
        assertThat(said().getText()).startsWith("Behold koden for dig selv");
    }

    @Test
    void as_long_as_nobody_has_said_the_customers_language_every_one_is_offered() {
        open(cards.active(50_000));

        assertThat(_find(_get(SpokenLanguage.class), NativeButton.class))
                .extracting(NativeButton::getText)
                .containsExactly("English", "Svenska", "Norsk bokmål", "Dansk");
    }

    @Test
    void every_answer_has_a_number_key() {
        reportedInvalid();

        List<Button> answers = buttons(_get(TurnBox.class)).stream()
                .filter(button -> button.getElement().hasAttribute("data-letter-key"))
                .toList();

        assertThat(answers)
                .extracting(button -> button.getElement().getAttribute("data-letter-key"), Button::getText)
                .startsWith(tuple("1", "Every character is visible"))
                .hasSize(4);
        assertThat(answers.getFirst().getElement().getAttribute("aria-keyshortcuts"))
                .isEqualTo("1");
    }

    @Test
    void a_serial_is_spelled_in_the_language_that_is_read_out() {
        Card card = cards.active(50_000);
        open(card);
        assertThat(spelled()).contains("GGolf", "AAlfa").contains("easily mistaken");

        _click(_get(NativeButton.class, spec -> spec.withText("Svenska")));

        assertThat(spelled()).contains("GGustav", "AAdam");
    }

    @Test
    void the_region_of_the_card_is_named_in_the_language_that_is_read_out() {
        CaseNumber number = reportedInvalid();
        editing.change(id(number), CaseField.ACCOUNT_REGION, Region.DENMARK, Region.NORWAY);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);
        press("None active");
        assertThat(said().getText()).contains("sold in Denmark");

        _click(_get(NativeButton.class, spec -> spec.withText("Svenska")));

        assertThat(said().getText()).contains("såldes i Danmark");
    }

    private CaseNumber reportedInvalid() {
        CaseNumber number = open(cards.active(50_000));
        choose("Problem", Problem.INVALID);
        choose("Tried in", Place.ONLINE_STORE);
        pick("Account region", Region.DENMARK);
        return number;
    }

    private static String conversation() {
        return _get(StepsPanel.class).getElement().getTextRecursively();
    }

    private static Paragraph said() {
        return _get(_get(StepsPanel.class), Paragraph.class, spec -> spec.withClasses("cd-say-words"));
    }

    private static String pressed(String language) {
        return _get(NativeButton.class, spec -> spec.withText(language))
                .getElement()
                .getAttribute("aria-pressed");
    }

    private static String pairs() {
        return _get(UnorderedList.class, spec -> spec.withClasses("cd-pairs"))
                .getElement()
                .getTextRecursively();
    }

    private static String spelled() {
        return _get(_get(CardSection.class), SpellOut.class).getElement().getTextRecursively();
    }

    private static List<Button> buttons(Component below) {
        return _find(below, Button.class);
    }
}
