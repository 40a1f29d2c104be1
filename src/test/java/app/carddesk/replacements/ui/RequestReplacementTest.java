package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.policies.Limits;
import app.carddesk.policies.TestLimits;
import app.carddesk.policies.TestLimits.Most;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestDesk;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent asks for a replacement on the case page. */
@Tag("database")
class RequestReplacementTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestDesk desk;

    @Autowired
    private Payments payments;

    @Autowired
    private CaseFile cases;

    @Test
    void within_the_limit_the_agent_reads_the_new_serial() {
        TestCase due = requests.due(30_000);
        List<Serial> stock = cards.stock(due.card(), 1);
        open(due);
        assertThat(page()).contains("DKK 300.00").contains("within your limit of DKK 400.00");

        request();

        ReplacementRequest issued = replacements.ofCase(due.id()).getFirst();
        assertThat(panel()).contains("Issued").contains(issued.issued().value());
        assertThat(page()).containsPattern("Replacement issued.{0,120}Waiting");
        assertThat(stock).isNotEmpty();
    }

    @Test
    void above_the_limit_it_says_who_decides_and_waits() {
        TestCase due = requests.due(50_000);
        open(due);
        assertThat(panel()).contains("above your limit of DKK 400.00: a supervisor decides");

        request();

        assertThat(panel()).contains("Waiting for review");
        assertThat(_find(Button.class, spec -> spec.withText("Request replacement")))
                .isEmpty();
    }

    @Test
    void the_confirmation_names_amount_card_and_basis() {
        TestCase due = requests.due(50_000);
        open(due);

        _click(_get(Button.class, spec -> spec.withText("Request replacement")));

        PaymentDialog dialog = _get(PaymentDialog.class);
        assertThat(plain(dialog.getHeaderTitle())).isEqualTo("Request DKK 500.00?");
        assertThat(plain(dialog.getElement().getTextRecursively()))
                .contains("DKK 500.00", due.card().serial().value(), "Above your limit")
                .contains(cases.customerEmail(due.id()).orElseThrow());
        assertThat(replacements.ofCase(due.id())).isEmpty();
    }

    @Test
    void where_nobody_can_be_reached_it_says_so_before_anything_is_to_be_confirmed() {
        TestCase due = requests.anonymous(cards.active(50_000));
        open(due);

        _click(_get(Button.class, spec -> spec.withText("Request replacement")));

        assertThat(_find(PaymentDialog.class)).isEmpty();
        assertThat(panel()).contains(Texts.t("replacements.refusal.nobody.both"));

        requests.named(due);
        _click(_get(Button.class, spec -> spec.withText("Request replacement")));

        assertThat(_find(PaymentDialog.class)).hasSize(1);
        assertThat(panel()).doesNotContain(Texts.t("replacements.refusal.nobody.both"));
    }

    @Test
    void a_request_can_be_withdrawn_by_its_requester_only() {
        TestCase due = requests.due(50_000);
        open(due);
        request();
        signIn("agent2");
        UI.getCurrent().navigate(CasesNavigation.of(due.number()));
        assertThat(_find(Button.class, spec -> spec.withText("Withdraw"))).isEmpty();

        open(due);
        _click(_get(Button.class, spec -> spec.withText("Withdraw")));

        assertThat(_find(Button.class, spec -> spec.withText("Request replacement")))
                .hasSize(1);
    }

    static Stream<Arguments> limits() {
        Most nothing = new Most(0, null);
        return Stream.of(
                Arguments.of(
                        TestLimits.personDay(nothing),
                        "Limit for the day",
                        "beyond what one person may issue in a day without a decision"),
                Arguments.of(
                        TestLimits.customerMonth(nothing),
                        "Limit for the customer",
                        "more in a month than is issued without a decision"),
                Arguments.of(
                        TestLimits.card(nothing),
                        "Limit for the card",
                        "more would be issued than is done without a decision"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void beyond_a_limit_of_several_both_sides_read_which_one(Limits limits, String name, String why) {
        Replacements limited = desk.with(limits);
        TestCase due = requests.due(10_000);
        requests.customer(due, "limit" + UUID.randomUUID() + "@example.org");
        signIn("agent");
        ReplacementPanel panel = new ReplacementPanel(limited, limits, payments, () -> {});

        panel.show(cases.dossier(due.id()), List.of(), request -> new Div());

        assertThat(panel.getElement().getTextRecursively()).contains(why);
        Handled handled = limited.request(due.confirmed(), UUID.randomUUID().toString());
        ReplacementRequest waits = ((Handled.Done) handled).request();
        assertThat(new LookTwicePanel(waits, new Outlook(waits.flags(), List.of()), null)
                        .getElement()
                        .getTextRecursively())
                .contains(name)
                .contains(why);
    }

    @Test
    void every_other_case_can_be_referred_with_words() {
        TestCase told = requests.told(cards.active(10_000));
        open(told);

        _click(_get(Button.class, spec -> spec.withText("Refer to a supervisor")));
        _click(_get(Button.class, spec -> spec.withText("Refer")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("What should be decided?"))
                        .isInvalid())
                .isTrue();
        write("What should be decided?", "The customer has lost the receipt.");
        _click(_get(Button.class, spec -> spec.withText("Refer")));

        assertThat(replacements.ofCase(told.id()))
                .singleElement()
                .extracting(ReplacementRequest::words)
                .isEqualTo("The customer has lost the receipt.");
        assertThat(panel()).contains("Waiting for review");
    }

    @Test
    void a_returned_request_shows_its_question_and_takes_an_answer() {
        TestCase due = requests.due(50_000);
        open(due);
        request();
        ReplacementRequest pending = replacements.ofCase(due.id()).getFirst();
        signIn("supervisor");
        replacements.decide(
                pending.id(),
                pending.version(),
                new Decision.Return("Is the receipt complete?"),
                UUID.randomUUID().toString());

        open(due);
        assertThat(panel()).contains("Is the receipt complete?");
        _click(_get(Button.class, spec -> spec.withText("Answer the question")));
        write("Your answer", "Both pages are there.");
        _click(_get(Button.class, spec -> spec.withText("Send answer")));

        assertThat(panel()).contains("Waiting for review");
    }

    private void open(TestCase of) {
        signIn("agent");
        UI.getCurrent().navigate(CasesNavigation.of(of.number()));
    }

    private void request() {
        _click(_get(Button.class, spec -> spec.withText("Request replacement")));
        _click(_get(Button.class, spec -> spec.withText("Yes, request it")));
    }

    private static String panel() {
        return plain(_get(ReplacementPanel.class).getElement().getTextRecursively());
    }

    private static String page() {
        return plain(UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getElement()
                .getTextRecursively());
    }

    /** Amounts are written with a space that does not break. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** Karibu's own way reaches for a method this version of Vaadin does not have; what it guards is guarded here. */
    private static void write(String label, String text) {
        TextArea field = _get(TextArea.class, spec -> spec.withLabel(label));
        BasicUtilsKt.checkEditableByUser(field);
        field.setValue(text);
    }
}
