package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.ui.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is typed is held against the register at once, and told at its field and over the verdict. */
@Tag("database")
class FollowRegisterTest extends CaseScreen {

    private static final LocalDate ACTIVATED = LocalDate.of(2024, 5, 2);

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void a_day_of_purchase_far_from_the_activation_is_told_with_both_days() {
        open(cards.active(50_000));
        LocalDate typed = ACTIVATED.minusYears(1);

        enter(day("Date of purchase"), typed);

        String told =
                "Bought on " + Formats.current().date(typed) + ", but the register says that the card was activated"
                        + " on " + Formats.current().date(ACTIVATED) + ".";
        assertThat(doubts(day("Date of purchase"))).containsExactly(told);
        assertThat(overTheVerdict())
                .singleElement()
                .satisfies(list -> assertThat(list.getElement().getTextRecursively())
                        .contains("Does not fit together", told, "ask once more and correct what is wrong"));
    }

    @Test
    void a_few_days_between_purchase_and_activation_are_nothing_to_tell() {
        open(cards.active(50_000));

        enter(day("Date of purchase"), ACTIVATED.plusDays(3));

        assertThat(doubts(day("Date of purchase"))).isEmpty();
        assertThat(overTheVerdict()).isEmpty();
    }

    @Test
    void an_amount_that_is_not_the_face_value_is_told_until_it_is_put_right() {
        open(cards.active(50_000));

        fill("Amount paid", "300");
        assertThat(doubts(text("Amount paid")))
                .containsExactly(
                        "Paid DKK\u00a0300.00, but the register says that the card was sold for DKK\u00a0500.00.");
        assertThat(doubts(text("Retailer"))).isEmpty();
        assertThat(overTheVerdict()).hasSize(1);

        fill("Amount paid", "500");
        assertThat(doubts(text("Amount paid"))).isEmpty();
        assertThat(overTheVerdict()).isEmpty();
    }

    @Test
    void another_retailer_is_told_and_the_same_one_in_other_words_is_not() {
        open(cards.active(50_000));

        fill("Retailer", "Kiosk Aarhus");
        assertThat(doubts(text("Retailer")))
                .containsExactly("Bought at Kiosk Aarhus, but the register says Supermarket Odense.");

        fill("Retailer", "supermarket");
        assertThat(doubts(text("Retailer"))).isEmpty();
    }

    @Test
    void a_first_report_that_alone_saves_an_expired_code_is_told() {
        LocalDate expiry = LocalDate.of(2025, 3, 1);
        open(cards.code(expiry));

        enter(day("First reported"), expiry.minusMonths(1));
        assertThat(doubts(day("First reported")))
                .singleElement()
                .asString()
                .contains(
                        "First reported on " + Formats.current().date(expiry.minusMonths(1)) + ", as typed",
                        "the code expired on " + Formats.current().date(expiry));

        enter(day("First reported"), expiry.plusMonths(1));
        assertThat(doubts(day("First reported"))).isEmpty();
    }

    private static List<ContradictionList> overTheVerdict() {
        return _find(_get(VerdictPanel.class), ContradictionList.class);
    }

    /** What stands below a field, as far as it is seen. */
    private static List<String> doubts(Component field) {
        return _find(field.getParent().orElseThrow(), Span.class, spec -> spec.withClasses("cd-field-doubt")).stream()
                .map(Span::getText)
                .toList();
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }
}
