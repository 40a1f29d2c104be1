package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.PaymentDialog;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor decides on a request. */
@Tag("database")
class DecideRequestTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private CaseFile cases;

    @Autowired
    private SignIn people;

    @Test
    void the_question_the_proofs_and_the_comparison_stand_together() {
        TestCase due = requests.due(50_000);
        open("supervisor", request("agent", due));

        assertThat(plain(_get(H1.class).getText())).isEqualTo("Replace DKK 500.00?");
        assertThat(page())
                .contains("Front", "Back", "Receipt")
                .contains(due.card().serial().value())
                .contains("The card does not work");
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Return with a question")))
                .hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Refuse"))).hasSize(1);
    }

    @Test
    void what_differs_says_so_in_words() {
        TestCase due = requests.due(50_000);
        requests.retailer(due, "Kiosk Aarhus");
        open("supervisor", request("agent", due));

        assertThat(_get(ComparisonTable.class).getElement().getTextRecursively())
                .containsOnlyOnce("Differs")
                .contains("Supermarket Odense", "Kiosk Aarhus");
    }

    @Test
    void approving_issues_and_shows_what_happened() {
        TestCase due = requests.due(50_000);
        cards.stock(due.card(), 1);
        String address = cases.customerEmail(due.id()).orElseThrow();
        ReplacementRequest request = request("agent", due);
        open("supervisor", request);

        _click(_get(Button.class, spec -> spec.withText("Approve")));
        assertThat(plain(_get(PaymentDialog.class).getElement().getTextRecursively()))
                .contains("DKK 500.00", due.card().serial().value(), "Testine Kunde", address);
        assertThat(replacements.find(request.id()).orElseThrow().state()).isEqualTo(RequestState.PENDING);
        _click(_get(Button.class, spec -> spec.withText("Yes, issue it")));

        ReplacementRequest issued = replacements.find(request.id()).orElseThrow();
        assertThat(issued.state()).isEqualTo(RequestState.ISSUED);
        assertThat(page())
                .contains("Decided by a supervisor")
                .contains(issued.issued().value());
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).isEmpty();
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.REPLACED);
    }

    @Test
    void refusing_needs_a_reason_that_is_shown_afterwards() {
        ReplacementRequest request = request("agent", requests.due(50_000));
        open("supervisor", request);

        _click(_get(Button.class, spec -> spec.withText("Refuse")));
        _click(_get(Button.class, spec -> spec.withText("Refuse the request")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason")).isInvalid())
                .isTrue();
        write("Reason", "The receipt is for another card.");
        _click(_get(Button.class, spec -> spec.withText("Refuse the request")));

        assertThat(page()).contains("The receipt is for another card.");
        assertThat(replacements.find(request.id()).orElseThrow().state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void returning_asks_the_agent() {
        ReplacementRequest request = request("agent", requests.due(50_000));
        open("supervisor", request);

        _click(_get(Button.class, spec -> spec.withText("Return with a question")));
        write("Question", "Where is page two?");
        _click(_get(Button.class, spec -> spec.withText("Return")));

        assertThat(replacements.find(request.id()).orElseThrow().state()).isEqualTo(RequestState.RETURNED);
    }

    @Test
    void the_requester_sees_why_they_cannot_decide() {
        ReplacementRequest request = request("supervisor", requests.due(50_000));

        open("supervisor", request);
        assertThat(page()).contains("This is your own request.");
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).isEmpty();

        open("admin", request);
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).hasSize(1);
    }

    @Test
    void a_referral_is_overruled_with_a_reason() {
        TestCase told = requests.named(requests.told(cards.active(20_000)));
        cards.stock(told.card(), 1);
        people.as("agent");
        ReplacementRequest request =
                ((Handled.Done) replacements.refer(told.id(), "No receipt any more.", key())).request();
        open("supervisor", request);
        assertThat(page()).contains("No receipt any more.");

        _click(_get(Button.class, spec -> spec.withText("Replace after all")));
        assertThat(plain(_get(PaymentDialog.class).getElement().getTextRecursively()))
                .contains("DKK 200.00", told.card().serial().value());
        _click(_get(Button.class, spec -> spec.withText("Replace the card")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason")).isInvalid())
                .isTrue();
        write("Reason", "The shop confirms the sale.");
        _click(_get(Button.class, spec -> spec.withText("Replace the card")));

        assertThat(replacements.find(request.id()).orElseThrow().state()).isEqualTo(RequestState.ISSUED);
        assertThat(page()).contains("The shop confirms the sale.");
    }

    @Test
    void a_reason_is_kept_while_what_came_up_meanwhile_is_looked_at() {
        TestCase told = requests.named(requests.told(cards.active(20_000)));
        cards.stock(told.card(), 1);
        people.as("agent");
        ReplacementRequest request =
                ((Handled.Done) replacements.refer(told.id(), "No receipt any more.", key())).request();
        open("supervisor", request);
        _click(_get(Button.class, spec -> spec.withText("Replace after all")));
        write("Reason", "The shop confirms the sale.");
        requests.retailer(told, "Kiosk Aarhus");
        people.as("supervisor");

        _click(_get(Button.class, spec -> spec.withText("Replace the card")));

        assertThat(replacements.find(request.id()).orElseThrow().state()).isEqualTo(RequestState.PENDING);
        _click(_get(Button.class, spec -> spec.withText("Replace after all")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason")).getValue())
                .isEqualTo("The shop confirms the sale.");
    }

    private ReplacementRequest request(String username, TestCase due) {
        people.as(username);
        return ((Handled.Done) replacements.request(due.confirmed(), key())).request();
    }

    private void open(String username, ReplacementRequest request) {
        signIn(username);
        UI.getCurrent().navigate(ReviewNavigation.of(request.id()));
    }

    private static String page() {
        return plain(_get(RequestView.class).getElement().getTextRecursively());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Karibu's own way reaches for a method this version of Vaadin does not have; what it guards is guarded here. */
    private static void write(String label, String text) {
        TextArea field = _get(TextArea.class, spec -> spec.withLabel(label));
        BasicUtilsKt.checkEditableByUser(field);
        field.setValue(text);
    }
}
