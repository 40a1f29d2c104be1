package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.TestClock;
import app.carddesk.cards.Card;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.TestRequests;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Outcome;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture that was removed by mistake is put back, and the verdict follows both ways. */
@Tag("database")
class PutProofBackTest extends CaseScreen {

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestClock clock;

    private Card card;
    private CaseNumber number;

    @BeforeEach
    void aCaseWithAllItsProofs() {
        card = cards.active(20_000);
        number = requests.due(card).number();
        signIn("agent");
        UI.getCurrent().navigate("cases/" + number);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void the_toast_puts_it_back_and_the_verdict_follows() {
        List<Proof> before = proofs.of(id(number));
        assertThat(outcome()).isEqualTo(Outcome.REPLACE);

        remove(ProofKind.RECEIPT);
        assertThat(outcome()).isEqualTo(Outcome.NEEDS_EVIDENCE);
        assertThat(page()).contains("Proof taken out: Receipt").doesNotContain("Request replacement");
        _click(_get(_get(Notification.class), Button.class, spec -> spec.withText("Undo")));

        assertThat(proofs.of(id(number))).isEqualTo(before);
        assertThat(outcome()).isEqualTo(Outcome.REPLACE);
        assertThat(page()).contains("Proof put back: Receipt", "Request replacement");
        assertThat(undos()).isEmpty();
    }

    @Test
    void the_question_before_says_for_how_long_it_can_be_put_back() {
        choose(ProofKind.RECEIPT, "Remove…");

        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                .contains("You can put it back for 10 minutes");
    }

    @Test
    void the_story_puts_it_back_as_long_as_that_is_possible() {
        remove(ProofKind.RECEIPT);
        reload();
        assertThat(undos())
                .singleElement()
                .satisfies(undo -> assertThat(undo.getElement().getAttribute("aria-label"))
                        .isEqualTo("Undo: Proof taken out: Receipt"));

        _click(undos().getFirst());
        assertThat(proofs.of(id(number))).hasSize(3);
        assertThat(page()).contains("Proof put back: Receipt");

        remove(ProofKind.FRONT);
        clock.forward(CaseWork.UNDO.plus(Duration.ofSeconds(1)));
        reload();
        assertThat(undos()).isEmpty();
    }

    @Test
    void what_a_colleague_removed_is_theirs_to_put_back() {
        remove(ProofKind.RECEIPT);
        signIn("agent2");

        reload();

        assertThat(page()).contains("Proof taken out: Receipt");
        assertThat(undos()).isEmpty();
    }

    @Test
    void whoever_is_too_late_reads_why() {
        remove(ProofKind.RECEIPT);
        reload();
        NativeButton undo = undos().getFirst();
        clock.forward(CaseWork.UNDO.plus(Duration.ofSeconds(1)));

        _click(undo);

        assertThat(proofs.of(id(number))).hasSize(2);
        // Beside the one that offered it.
        expectNotifications("", "This picture can no longer be put back: nothing of it is kept.");
    }

    @Test
    void in_a_case_that_is_closed_nothing_is_offered() {
        remove(ProofKind.RECEIPT);
        work.move(id(number), CaseState.OPEN, CaseState.CLOSED_WITHOUT_SOLUTION);
        reload();
        assertThat(undos()).isEmpty();
    }

    private Outcome outcome() {
        return contents(number).dossier().verdict().outcome();
    }

    private void remove(ProofKind kind) {
        choose(kind, "Remove…");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
    }

    private static void choose(ProofKind kind, String caption) {
        String label = switch (kind) {
            case FRONT -> "Front";
            case BACK -> "Back";
            case RECEIPT -> "Receipt";
            case EMAIL, SERIAL, OTHER -> throw new IllegalArgumentException(kind.name());
        };
        MenuItem more = _find(MenuBar.class).stream()
                .flatMap(bar -> bar.getItems().stream())
                .filter(item -> item.getElement().getAttribute("aria-label") != null
                        && item.getElement().getAttribute("aria-label").contains(label))
                .findFirst()
                .orElseThrow();
        MenuItem item = more.getSubMenu().getItems().stream()
                .filter(each -> each.getText().equals(caption))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private void reload() {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);
    }

    private static List<NativeButton> undos() {
        return _find(NativeButton.class, spec -> spec.withClasses("cd-undo"));
    }
}
