package app.carddesk.cards.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent looks at a card. */
class CardPageTest extends KaribuTest {

    @Autowired
    TestCards cards;

    @Test
    void the_card_tells_what_it_is_and_what_is_left_on_it() {
        Card card = cards.spend(cards.active(50_000), 12_550);
        open("agent", card.serial().value());

        assertThat(page()).contains(card.serial().value());
        assertThat(text(_get(CardFacts.class)))
                .contains("App Store & iTunes gift card", "Physical", "Denmark", "Supermarket Odense", "Active")
                .contains("DKK\u00a0500.00", "DKK\u00a0374.50");
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo(card.serial().value() + " · Carddesk");
    }

    @Test
    void the_journal_tells_how_the_balance_came_about() {
        Card card = cards.spend(cards.active(50_000), 12_550);
        open("agent", card.serial().value());

        assertThat(text(_find(NativeTable.class).getFirst()))
                .contains("Activated", "+DKK\u00a0500.00", "Spent", "\u2212DKK\u00a0125.50", "DKK\u00a0374.50");
        assertThat(text(_find(NativeTable.class).getLast())).contains("Active", "As imported", "Carddesk");
    }

    @Test
    void the_drawing_shows_where_the_serial_stands() {
        open("supervisor", cards.active(100).serial().value());

        CardBackDrawing drawing = _get(CardBackDrawing.class);
        assertThat(drawing.getChildren().findFirst().orElseThrow().getElement().getAttribute("aria-label"))
                .isEqualTo("Back of a card whose serial begins with GCA: it is printed at the bottom left.");
    }

    @Test
    void a_replaced_card_leads_to_the_one_that_replaced_it() {
        Card card = cards.card(CardState.REPLACED, 30_000);
        open("agent", card.serial().value());

        assertThat(_find(RouterLink.class))
                .anySatisfy(link -> assertThat(link.getHref()).isEqualTo("cards/" + card.replacedBy()));
        assertThat(page()).contains("never replaced again");
    }

    @Test
    void an_unactivated_card_has_a_face_value_and_no_balance() {
        open("agent", cards.card(CardState.NOT_ACTIVATED, 30_000).serial().value());

        assertThat(text(_get(CardFacts.class))).contains("DKK\u00a0300.00", "Nothing until it is activated");
        assertThat(page()).contains("go back there first");
    }

    @Test
    void an_unknown_serial_gets_help_and_proposals_with_the_differing_characters_marked() {
        String stem = "GCA" + TestCards.letters(8);
        cards.card(
                new Serial(stem + "B8"),
                CardKind.APPLE_GIFT_CARD,
                CardForm.PHYSICAL,
                Region.SWEDEN,
                CardState.ACTIVE,
                Money.ofMinor(100, "SEK"),
                null);
        open("agent", stem + "88");

        assertThat(page())
                .contains("This card is not in the register", "picture of the whole back", "Is it one of these?");
        RouterLink proposal = _find(RouterLink.class).stream()
                .filter(link -> link.getHref().equals("cards/" + stem + "B8"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.getElement().getOuterHTML()).contains("<mark>B</mark>");
        _assertNone(CardFacts.class);
    }

    @Test
    void numbers_that_begin_with60_are_asked_for_australia() {
        open("agent", "60" + TestCards.letters(12));

        assertThat(page()).contains("Was the card bought in Australia?");
        assertThat(_find(CardBackDrawing.class)).hasSize(2);
    }

    @Test
    void what_begins_with_x_is_never_repeated() {
        for (String code : List.of("XABCDEFGHJKLMNPQ", "xabc defg hjkl mnpq", "XKEY", "ＸABCDEFGHJKLMNPQ")) {
            open("agent", code);

            assertThat(page()).contains("That was not a serial number");
            assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContainIgnoringCase(code);
            assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("That was not a serial number · Carddesk");
        }
    }

    @Test
    void what_cannot_be_a_serial_gets_help() {
        open("agent", "<img src=x onerror=alert(1)>");

        assertThat(page()).contains("That cannot be a serial number");
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain("onerror");
    }

    @Test
    void without_a_serial_the_page_helps_to_find_one() {
        signIn("agent");
        UI.getCurrent().navigate("cards");

        assertThat(page()).contains("Find a card");
        assertThat(_find(CardBackDrawing.class)).hasSize(5);
    }

    private void open(String username, String serial) {
        signIn(username);
        UI.getCurrent().navigate(CardView.class, serial);
    }

    private static String page() {
        return text(_get(CardView.class));
    }

    private static String text(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}
