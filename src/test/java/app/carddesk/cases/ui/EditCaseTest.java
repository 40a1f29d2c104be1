package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.vaadin.flow.component.ComponentUtil.fireEvent;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.SignIn;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.EmailAddress;
import app.carddesk.shared.Money;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("database")
class EditCaseTest extends CaseScreen {

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void leaving_a_field_commits_it_and_the_story_tells() {
        CaseNumber number = open(null);

        fill("Retailer", "Supermarket Odense");
        choose("Problem", Problem.UNREADABLE);
        enter(_get(DatePicker.class, spec -> spec.withLabel("Date of purchase")), LocalDate.of(2024, 5, 2));

        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Supermarket Odense");
        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(page()).contains("Retailer: Supermarket Odense", "Problem: The code cannot be read");
    }

    @Test
    void a_country_typed_by_its_beginning_is_taken_and_nonsense_is_told() {
        CaseNumber number = open(null);
        @SuppressWarnings("unchecked")
        ComboBox<Region> country = _get(ComboBox.class, spec -> spec.withLabel("Country of purchase"));

        fireEvent(country, new ComboBoxBase.CustomValueSetEvent<>(country, true, " den"));
        assertThat(contents(number).values().get(CaseField.PURCHASE_COUNTRY)).isEqualTo(Region.DENMARK);

        fireEvent(country, new ComboBoxBase.CustomValueSetEvent<>(country, true, "Atlantis"));
        assertThat(country.isInvalid()).isTrue();
        assertThat(country.getErrorMessage()).contains("not one of the choices");
        assertThat(contents(number).values().get(CaseField.PURCHASE_COUNTRY)).isEqualTo(Region.DENMARK);
    }

    @Test
    void what_was_said_can_be_put_back_to_not_said() {
        CaseNumber number = open(null);
        choose("Problem", Problem.UNREADABLE);

        choose("Problem", null);

        assertThat(contents(number).values().get(CaseField.PROBLEM)).isNull();
        assertThat(page()).contains("Problem taken back, it was The code cannot be read");
    }

    @Test
    void typing_is_a_draft_that_is_offered_back() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket Od");
        assertThat(contents(number).values().get(CaseField.RETAILER)).isNull();

        signIn("agent");
        UI.getCurrent().navigate("cases/" + number);
        assertThat(page()).contains("You typed “Supermarket Od” here earlier");
        press("Use it");

        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Supermarket Od");
        assertThat(contents(number).drafts()).isEmpty();
    }

    @Test
    void a_draft_can_be_dropped() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket Od");
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);

        press("Drop it");

        assertThat(contents(number).drafts()).isEmpty();
        assertThat(text("Retailer").getValue()).isEmpty();
    }

    @Test
    void a_stale_edit_shows_both_values_and_mine_can_be_kept() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket");
        elsewhere(number, null, "Kiosk");

        leave(text("Retailer"));

        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Kiosk");
        assertThat(page()).contains("It now says “Kiosk”; you have “Supermarket”.");
        press("Keep mine");
        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Supermarket");
        assertThat(page()).contains("Retailer: Kiosk → Supermarket");
    }

    @Test
    void a_stale_edit_can_take_what_somebody_else_wrote() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket");
        elsewhere(number, null, "Kiosk");
        leave(text("Retailer"));

        press("Take theirs");

        assertThat(text("Retailer").getValue()).isEqualTo("Kiosk");
        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Kiosk");
        assertThat(contents(number).drafts()).isEmpty();
    }

    @Test
    void what_stands_in_another_field_survives_a_commit() {
        open(null);
        type(text("Retailer"), "Supermarket");

        choose("Problem", Problem.INVALID);

        assertThat(text("Retailer").getValue()).isEqualTo("Supermarket");
    }

    @Test
    void a_redemption_code_is_refused_with_a_clear_message() {
        CaseNumber number = open(null);

        fill("Retailer", "XABCDEFGHJKLMNPQ");

        assertThat(text("Retailer").isInvalid()).isTrue();
        assertThat(text("Retailer").getErrorMessage()).contains("redemption code");
        assertThat(contents(number).values().get(CaseField.RETAILER)).isNull();
        assertThat(contents(number).drafts()).isEmpty();
    }

    @Test
    void bad_syntax_is_told_on_the_field() {
        CaseNumber number = open(null);

        fill("E-mail", "asa.lind@");

        assertThat(text("E-mail").getErrorMessage()).contains("not a complete e-mail address");
        fill("E-mail", "anna@ｅxample.com");
        assertThat(text("E-mail").getErrorMessage()).contains("would go elsewhere than it says");
        assertThat(contents(number).customer()).isNull();
    }

    @Test
    void a_known_customer_can_take_the_case_over() {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.com");
        CaseNumber first = open(null);
        fill("E-mail", email.value());
        CaseNumber second = open(null);
        fill("Name", "Asa");

        fill("E-mail", email.value());

        assertThat(page()).contains("Another customer is known by this: " + email);
        press("Give the case to them");
        assertThat(contents(second).customer()).isEqualTo(contents(first).customer());
        assertThat(page()).contains("Other cases of this customer", first.toString());
    }

    @Test
    void the_amount_is_in_the_currency_of_the_card() {
        CaseNumber number = open(cards.active(50_000));

        fill("Amount paid", "499.50");

        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isEqualTo(Money.ofMinor(49_950, "DKK"));
    }

    @Test
    void an_amount_is_read_alike_whatever_mark_its_decimals_have() {
        CaseNumber number = open(cards.active(50_000));

        fill("Amount paid", "300,50");

        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isEqualTo(Money.ofMinor(30_050, "DKK"));
        assertThat(text("Amount paid").getValue()).isEqualTo("300.50");
    }

    @Test
    void an_amount_that_may_be_thousands_or_decimals_is_asked_back_and_changes_nothing_until_it_is_answered() {
        CaseNumber number = open(cards.active(50_000));
        fill("Amount paid", "300");

        fill("Amount paid", "1.000");

        assertThat(text("Amount paid").isInvalid()).isTrue();
        assertThat(text("Amount paid").getErrorMessage()).contains("Which amount is meant?");
        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isEqualTo(Money.ofMinor(30_000, "DKK"));
        assertThat(text("Amount paid").getValue()).isEqualTo("1.000");

        press("DKK\u00a01,000.00");

        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isEqualTo(Money.ofMinor(100_000, "DKK"));
        assertThat(text("Amount paid").isInvalid()).isFalse();
        assertThat(contents(number).drafts()).isEmpty();
    }

    @Test
    void what_is_no_amount_says_why_and_neither_erases_what_was_saved_nor_what_was_typed() {
        CaseNumber number = open(cards.active(50_000));
        fill("Amount paid", "300");

        for (String typed : List.of("three hundred", "-300", "SEK 300", "300.555", "99999999999")) {
            fill("Amount paid", typed);

            assertThat(text("Amount paid").isInvalid()).as(typed).isTrue();
            assertThat(text("Amount paid").getErrorMessage()).as(typed).isNotBlank();
            assertThat(text("Amount paid").getValue()).isEqualTo(typed);
            assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT))
                    .isEqualTo(Money.ofMinor(30_000, "DKK"));
        }

        fill("Amount paid", "");
        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isNull();
    }

    @Test
    void a_day_that_cannot_be_read_says_so_and_erases_nothing_until_the_field_is_emptied() {
        CaseNumber number = open(null);
        DatePicker day = _get(DatePicker.class, spec -> spec.withLabel("Date of purchase"));
        enter(day, LocalDate.of(2024, 5, 2));

        typeUnread(day, "31.4.2024");

        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("no such day");
        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isEqualTo(LocalDate.of(2024, 5, 2));

        typeUnread(day, "3 May 2024");

        assertThat(day.isInvalid()).isFalse();
        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isEqualTo(LocalDate.of(2024, 5, 3));

        typeUnread(day, "0024-05-02");
        typeUnread(day, "");

        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isNull();
    }

    @Test
    void whoever_types_a_code_into_a_note_is_told_and_nothing_of_it_is_kept() {
        CaseNumber number = open(null);

        enter(_get(TextArea.class), "She reads XH7K Q2");
        assertThat(_get(TextArea.class).getErrorMessage()).contains("just write on");
        assertThat(contents(number).drafts().values()).containsExactly("She reads");
        enter(_get(TextArea.class), "She reads XH7KQ2RB 9TJ4WN6D to me");
        assertThat(_get(TextArea.class).getErrorMessage()).contains("Take the code out");
        press("Add note");

        assertThat(page()).doesNotContain("Note: She reads");
        assertThat(contents(number).drafts().values()).containsExactly("She reads •••• to me");
        enter(_get(TextArea.class), "She reads the serial to me");
        assertThat(_get(TextArea.class).isInvalid()).isFalse();
    }

    @Test
    void a_note_joins_the_story() {
        open(null);
        enter(_get(TextArea.class), "She calls back tomorrow.");

        press("Add note");

        assertThat(page()).contains("Note: She calls back tomorrow.");
        assertThat(_get(TextArea.class).getValue()).isEmpty();
    }

    @Test
    void a_closed_case_is_read_only_until_it_is_reopened() {
        CaseNumber number = open(null);
        press("Solved");

        assertThat(text("Retailer").isReadOnly()).isTrue();
        assertThat(_find(TextArea.class)).isEmpty();
        press("Reopen");
        assertThat(text("Retailer").isReadOnly()).isFalse();
        assertThat(page()).contains("Reopened, it was Solved");
        assertThat(contents(number).isEditable()).isTrue();
    }

    private void elsewhere(CaseNumber number, String base, String value) {
        signIn.as("agent2");
        editing.change(id(number), CaseField.RETAILER, base, value);
        signIn.as("agent");
    }

    /** As the browser tells of an input that it cannot read: the text, and an empty value. */
    private static void typeUnread(DatePicker day, String text) {
        day.getElement().setProperty("_inputElementValue", text);
        day.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(day.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }
}
