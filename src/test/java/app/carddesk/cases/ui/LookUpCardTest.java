package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LookUpCardTest extends CaseScreen {

    @BeforeEach
    void anAgentAtTheDesk() {
        signIn("agent");
        UI.getCurrent().navigate("");
    }

    @Test
    void a_half_read_serial_finds_its_card_however_it_is_written() {
        Card card = cards.active(50_000);
        String value = card.serial().value();

        look(value.substring(0, 4).toLowerCase(Locale.ROOT) + " " + value.substring(4, 13));

        assertThat(hits()).containsExactly(value);
        assertThat(results()).contains("Active", "DKK\u00a0500.00", "sold in Denmark", "Supermarket Odense");
    }

    @Test
    void an_exact_hit_stands_above_what_is_easily_misread_with_the_difference_marked() {
        String middle = TestCards.letters(8);
        card("GCA" + middle + "B1");
        card("GCA" + middle + "81");

        look("GCA" + middle + "81");

        assertThat(hits()).containsExactly("GCA" + middle + "81", "GCA" + middle + "B1");
        assertThat(results()).contains("Easily misread as these");
        HitRow misread = _find(HitRow.class).get(1);
        assertThat(misread.getElement().getOuterHTML()).contains("<mark>B</mark>");
    }

    @Test
    void more_than_a_page_is_shown_on_request() {
        String middle = TestCards.letters(8);
        IntStream.range(0, CardLookup.PAGE + 3).forEach(i -> card("GCA%s%03d".formatted(middle, i)));

        look("GCA" + middle);
        assertThat(hits()).hasSize(CardLookup.PAGE);
        press("Show more");

        assertThat(hits()).hasSize(CardLookup.PAGE + 3).doesNotHaveDuplicates();
        assertThat(_find(Button.class, spec -> spec.withText("Show more"))).isEmpty();
    }

    @Test
    void what_was_found_is_announced() {
        Card card = cards.active(50_000);

        look(card.serial().value());

        assertThat(_get(_get(DeskResults.class), Div.class, spec -> spec.withClasses("cd-visually-hidden"))
                        .getText())
                .isEqualTo("1 that begin like this, 0 easily misread");
    }

    @Test
    void nothing_found_helps_on() {
        look("GCA" + TestCards.letters(12));

        assertThat(results()).contains("No card begins like this", "picture of the whole back");
    }

    @Test
    void a_redemption_code_is_neither_looked_up_nor_echoed() {
        look("XABCDEFGHJKLMNPQ");

        assertThat(text("Serial number").getValue()).isEmpty();
        assertThat(page()).contains("redemption code").doesNotContain("XABC");
        assertThat(view().getElement().getOuterHTML()).doesNotContain("XABC");
    }

    @Test
    void sixty_asks_about_australia() {
        look("60");

        assertThat(page()).contains("Was the card bought in Australia?");
    }

    @Test
    void a_case_number_finds_its_case() {
        CaseNumber number = work.open(null);

        look(number.toString());

        assertThat(results()).contains(number.toString(), "Open");
    }

    @Test
    void an_email_finds_the_customer_with_their_cases() {
        String email = UUID.randomUUID() + "@example.com";
        CaseNumber number = open(null);
        fill("E-mail", email);
        UI.getCurrent().navigate("");

        look(email);
        assertThat(results()).contains(email, number.toString());
        _click(_get(Button.class, spec -> spec.withText("Start a case for this customer")));

        assertThat(page()).contains("Other cases of this customer", number.toString());
    }

    @Test
    void cases_of_late_stand_beside() {
        CaseNumber number = work.open(null);

        UI.getCurrent().navigate("cases");
        UI.getCurrent().navigate("");

        assertThat(page()).contains("Lately", number.toString());
    }

    private void look(String typed) {
        type(text("Serial number"), typed);
    }

    private static String results() {
        return _get(DeskResults.class).getElement().getTextRecursively();
    }

    private static List<String> hits() {
        return _find(HitRow.class).stream()
                .map(row -> row.getElement().getTextRecursively())
                .map(words -> words.split("App Store", 2)[0])
                .toList();
    }

    private void card(String serial) {
        cards.card(
                new Serial(serial),
                CardKind.APP_STORE_ITUNES,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(50_000, "DKK"),
                null);
    }
}
