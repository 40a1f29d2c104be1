package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.evidence.ui.ProofBoard;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request stands on says so, and nothing is offered that would be refused. */
@Tag("database")
class HeldProofsTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseWork work;

    @Test
    void before_the_request_a_proof_can_be_refused_shown_as_another_and_removed() {
        open(requests.due(50_000));

        assertThat(offered()).contains("Refuse…", "Shows something else", "Remove…");
        assertThat(board()).doesNotContain("Behind");
    }

    @Test
    void while_the_request_waits_nothing_is_offered_that_is_refused() {
        TestCase due = requests.due(50_000);
        ReplacementRequest request = requests.requested(due);

        open(due);

        assertThat(offered()).doesNotContain("Refuse…", "Shows something else", "Remove…", "Accept");
        assertThat(board()).contains("Behind " + request.number());
        assertLargeViewOffersNothing(request);
    }

    @Test
    void neither_is_it_once_the_case_is_opened_again_after_the_issue() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        ReplacementRequest request = requests.requested(due);
        assertThat(request.state()).isEqualTo(RequestState.ISSUED);
        work.move(due.id(), CaseState.SOLVED, CaseState.OPEN);

        open(due);

        assertThat(offered()).doesNotContain("Refuse…", "Shows something else", "Remove…", "Accept");
        assertThat(board()).contains("Behind " + request.number());
        assertLargeViewOffersNothing(request);
    }

    private static void assertLargeViewOffersNothing(ReplacementRequest request) {
        _click(_find(_get(ProofBoard.class), NativeButton.class).getFirst());
        Dialog large = _get(Dialog.class);
        assertThat(_find(large, Span.class))
                .extracting(note -> note.getElement().getTextRecursively())
                .contains("Behind " + request.number());
        assertThat(_find(large, Button.class)).extracting(Button::getText).doesNotContain("Refuse…", "Accept");
        assertThat(large.getElement().getOuterHTML()).contains("uncoverable");
    }

    private void open(TestCase of) {
        signIn("agent");
        UI.getCurrent().navigate(CasesNavigation.of(of.number()));
    }

    private static String board() {
        return _get(ProofBoard.class).getElement().getTextRecursively();
    }

    /** What the menus of all proofs of the case offer. */
    private static List<String> offered() {
        return _find(_get(ProofBoard.class), MenuBar.class).stream()
                .flatMap(menu -> menu.getItems().getFirst().getSubMenu().getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }
}
