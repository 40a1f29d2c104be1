package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestChains;
import app.carddesk.replacements.TestChains.Replaced;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks at a card that replaces or was replaced sees the others, and how each came about. */
@Tag("database")
class FollowChainTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestChains chains;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private SignIn people;

    @Test
    void the_case_page_shows_the_chain_in_order_and_where_its_card_stands() {
        Replaced once = chains.replace(cards.active(30_000));
        Replaced twice = chains.replace(once.issued());

        signIn("agent");
        UI.getCurrent().navigate("cases/" + twice.of().number());

        assertThat(text()).contains("This card is itself a replacement: number 2 of 3 in the chain.");
        assertThat(items()).hasSize(3);
        assertThat(item(0))
                .contains(
                        once.of().card().serial().value(),
                        "DKK 300.00 moved on",
                        once.request().number().toString());
        assertThat(item(1)).contains(once.issued().serial().value(), "this card");
        assertThat(item(2)).contains(twice.issued().serial().value()).doesNotContain("this card", "moved on");
        assertThat(items().get(1).getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(links())
                .containsExactly(
                        "cards/" + once.of().card().serial(),
                        "cases/" + once.of().number(),
                        "cases/" + twice.of().number(),
                        "cards/" + twice.issued().serial());
    }

    @Test
    void a_new_case_on_the_first_card_points_to_its_replacement() {
        Card first = cards.active(10_000);
        Replaced once = chains.replace(first);
        TestCase again = requests.told(cards.reload(first));

        signIn("agent");
        UI.getCurrent().navigate("cases/" + again.number());

        assertThat(text())
                .contains("The first of 2 cards", once.issued().serial().value());
        assertThat(links())
                .contains(
                        "cards/" + once.issued().serial(), "cases/" + once.of().number());
    }

    @Test
    void the_card_page_shows_the_same_chain_and_supervisors_reach_the_request() {
        Replaced once = chains.replace(cards.active(10_000));

        signIn("supervisor");
        UI.getCurrent().navigate("cards/" + once.issued().serial().value());

        assertThat(text()).contains("number 2 of 2 in the chain");
        assertThat(item(0)).contains(once.of().card().serial().value(), "DKK 100.00 moved on");
        assertThat(links()).contains("review/" + once.request().id());
    }

    @Test
    void the_review_tells_where_the_card_stands_as_a_reason_to_look_twice() {
        Replaced once = chains.replace(cards.active(10_000));
        TestCase due = requests.due(once.issued());
        people.as("agent");
        ReplacementRequest request = ((Handled.Done)
                        replacements.request(due.confirmed(), UUID.randomUUID().toString()))
                .request();

        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.of(request.id()));

        assertThat(_get(LookTwicePanel.class).getElement().getTextRecursively())
                .contains("A replacement of a replacement", "number 2 of 2 in the chain");
        assertThat(item(1)).contains(once.issued().serial().value(), "this card");
    }

    @Test
    void a_card_that_stands_alone_shows_nothing_of_the_kind() {
        Card alone = cards.active(10_000);
        TestCase told = requests.told(alone);

        signIn("agent");
        UI.getCurrent().navigate("cards/" + alone.serial().value());
        assertThat(_find(ChainPanel.class)).isEmpty();
        UI.getCurrent().navigate("cases/" + told.number());
        assertThat(_find(ChainPanel.class)).isEmpty();
    }

    private static String text() {
        return plain(_get(ChainPanel.class).getElement().getTextRecursively());
    }

    private static List<ListItem> items() {
        return _find(
                _get(_get(ChainPanel.class), OrderedList.class, spec -> spec.withClasses("cd-chain")), ListItem.class);
    }

    private static String item(int index) {
        return plain(items().get(index).getElement().getTextRecursively());
    }

    private static List<String> links() {
        return _find(_get(ChainPanel.class), RouterLink.class).stream()
                .map(RouterLink::getHref)
                .toList();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
