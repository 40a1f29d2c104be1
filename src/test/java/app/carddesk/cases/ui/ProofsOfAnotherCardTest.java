package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseNumber;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.TestRequests;
import app.carddesk.terms.Outcome;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.shared.Tooltip;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case page when another card is put on it, and when somebody wants the proofs of a request gone. */
@Tag("database")
class ProofsOfAnotherCardTest extends CaseScreen {

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestRequests requests;

    @Test
    void what_was_accepted_for_the_first_card_says_so_and_is_looked_at_again() {
        Card first = cards.active(30_000);
        Card second = cards.active(20_000);
        CaseNumber number = requests.due(first).number();
        cards.stock(second, 1);
        signIn("agent");
        UI.getCurrent().navigate("cases/" + number);
        assertThat(page()).contains("Request replacement", "✓ Accepted, serial number seen");

        editing.changeCard(id(number), first.serial(), second.serial());
        reload(number);

        assertThat(page())
                .contains("Accepted for " + first.serial().value() + ", another card: look at it again")
                .doesNotContain("Request replacement", "✓ Accepted");
        assertThat(contents(number).dossier().verdict().outcome()).isEqualTo(Outcome.NEEDS_EVIDENCE);

        press("Accept all (3)");
        _click(_find(Button.class, spec -> spec.withText("Accept")).getLast());

        assertThat(proofs.of(id(number)))
                .allSatisfy(proof -> assertThat(proof.state()).isEqualTo(Proof.State.ACCEPTED))
                .noneMatch(Proof::showsSerial);
    }

    @Test
    void a_proof_of_a_request_says_why_it_stays_and_what_to_do_and_offers_nothing_that_would_change_it() {
        TestRequests.TestCase due = requests.due(50_000);
        String request = requests.requested(due).number().toString();
        signIn("agent");
        UI.getCurrent().navigate("cases/" + due.number());

        assertThat(_find(Span.class))
                .filteredOn(note -> note.getElement().getTextRecursively().equals("Behind " + request))
                .hasSize(3)
                .allSatisfy(note -> assertThat(Tooltip.forComponent(note).getText())
                        .isEqualTo("This proof stands behind " + request
                                + " and stays as it was for that; it goes only when its retention period ends. Add another picture"
                                + " beside it, or explain to the supervisor why it should not count."));
        assertThat(choices()).doesNotContain("Remove…", "Refuse…", "Shows something else");
    }

    private static List<String> choices() {
        return _find(MenuBar.class).stream()
                .flatMap(bar -> bar.getItems().stream())
                .flatMap(more -> more.getSubMenu().getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    private static void reload(CaseNumber number) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);
    }
}
