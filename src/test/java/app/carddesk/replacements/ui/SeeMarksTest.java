package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Money;
import app.carddesk.shared.ui.PaymentDialog;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever asks, decides or looks through what was issued reads what does not fit, with both sides of it. */
@Tag("database")
class SeeMarksTest extends KaribuTest {

    private static final int TO_DECIDE = 0;
    private static final int WITHIN_LIMIT = 2;
    private static final int DECIDED = 3;

    private static final String OTHER_SHOP = "Bought at Kiosk Aarhus, but the register says Supermarket Odense.";
    private static final String REWRITTEN = "Another e-mail or phone was written over the customer’s";
    private static final String OTHER_SUM =
            "Paid DKK 800.00, but the register says that the card was sold for DKK 300.00.";

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

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnerDatabase owner;

    @Test
    void the_agent_reads_that_a_supervisor_will_look_and_why_before_asking() {
        TestCase due = doubtful();
        openCase("agent", due);
        assertThat(panel())
                .contains("A supervisor will look at it first because:", OTHER_SHOP)
                .doesNotContain("issued at once");

        _click(_get(Button.class, spec -> spec.withText("Request replacement")));
        assertThat(plain(_get(PaymentDialog.class)))
                .contains("A supervisor will look at it first because:", OTHER_SHOP);
        _click(_get(Button.class, spec -> spec.withText("Yes, request it")));

        assertThat(panel()).contains("Waiting for review");
        assertThat(replacements.ofCase(due.id()).getFirst().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void the_row_of_the_queue_says_why_without_being_opened() {
        TestCase due = doubtful();
        TestCase large = requests.due(51_200);
        request(due);
        request(large);

        assertThat(row(TO_DECIDE, due)).contains("Look twice", OTHER_SHOP);
        assertThat(row(TO_DECIDE, large)).doesNotContain("Look twice", "but the register says");
    }

    @Test
    void the_decision_shows_it_with_its_facts_and_the_list_of_decisions_keeps_it() {
        TestCase due = doubtful();
        cards.stock(due.card(), 1);
        ReplacementRequest made = request(due);
        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));
        assertThat(plain(_get(LookTwicePanel.class)))
                .contains("Another retailer", OTHER_SHOP)
                .doesNotContain("No warning signs");

        Handled decided = replacements.decide(
                made.id(),
                made.version(),
                new Decision.Approve("The shop has moved."),
                UUID.randomUUID().toString());

        assertThat(decided).isInstanceOf(Handled.Done.class);
        assertThat(row(DECIDED, due)).contains("The retailer is not the one in the register.");
    }

    @Test
    void what_is_typed_after_the_request_stands_in_the_decision_too() {
        TestCase due = doubtful();
        ReplacementRequest made = request(due);
        requests.say(due, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(80_000, "DKK"));

        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));

        assertThat(plain(_get(LookTwicePanel.class))).contains(OTHER_SHOP, OTHER_SUM);
        assertThat(row(TO_DECIDE, due)).contains(OTHER_SHOP, OTHER_SUM);
    }

    @Test
    void what_comes_to_light_afterwards_stands_in_the_row_of_what_was_issued_alone() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        assertThat(request(due).state()).isEqualTo(RequestState.ISSUED);
        assertThat(row(WITHIN_LIMIT, due)).doesNotContain("Look twice");

        String other = "GCA08Z7154420999";
        readOnTheBack(due, other);

        assertThat(row(WITHIN_LIMIT, due)).contains("Look twice", "the serial number " + other + " was read");
    }

    @Test
    void a_rewritten_address_is_told_before_asking_in_the_queue_and_in_the_decision() {
        TestCase due = requests.due(30_000);
        String before = cases.customerEmail(due.id()).orElseThrow();
        requests.say(
                due,
                CaseField.CUSTOMER_EMAIL,
                new EmailAddress(before),
                new EmailAddress("r" + UUID.randomUUID() + "@example.org"));
        openCase("agent", due);
        assertThat(panel()).contains("A supervisor will look at it first because:", REWRITTEN);

        ReplacementRequest made = request(due);

        assertThat(row(TO_DECIDE, due)).contains("Look twice", REWRITTEN);
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));
        assertThat(plain(_get(LookTwicePanel.class))).contains("Address rewritten lately", REWRITTEN);
    }

    @Test
    void what_comes_up_while_the_decision_is_open_is_read_before_it_is_approved() {
        TestCase due = requests.due(50_000);
        cards.stock(due.card(), 1);
        ReplacementRequest made = request(due);
        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));
        assertThat(plain(_get(LookTwicePanel.class))).contains("No warning signs");
        _click(_get(Button.class, spec -> spec.withText("Approve")));
        requests.retailer(due, "Kiosk Aarhus");
        people.as("supervisor");

        _click(_get(Button.class, spec -> spec.withText("Yes, issue it")));

        assertThat(replacements.find(made.id()).orElseThrow().state()).isEqualTo(RequestState.PENDING);
        NotificationsKt.expectNotifications("Nothing was issued, because something came up that you had not seen: "
                + OTHER_SHOP + " Look at it, and decide again.");
        assertThat(plain(_get(LookTwicePanel.class))).contains(OTHER_SHOP);

        _click(_get(Button.class, spec -> spec.withText("Approve")));
        _click(_get(Button.class, spec -> spec.withText("Yes, issue it")));

        assertThat(replacements.find(made.id()).orElseThrow().state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void what_was_drawn_to_be_looked_at_says_so_in_its_row() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        request(due);

        draw(due, false);
        assertThat(row(WITHIN_LIMIT, due)).doesNotContain("Drawn to be looked at");
        draw(due, true);
        assertThat(row(WITHIN_LIMIT, due)).contains("Drawn to be looked at");
    }

    @Test
    void whoever_brought_the_card_in_reads_why_they_cannot_ask_for_it() {
        TestCase due = requests.due(30_000);
        importedBy(due.card(), "agent");

        openCase("agent", due);
        assertThat(panel()).contains("You brought this card, or money on it, into the register");
        assertThat(_find(Button.class, spec -> spec.withText("Request replacement")))
                .isEmpty();

        openCase("agent2", due);
        assertThat(_find(Button.class, spec -> spec.withText("Request replacement")))
                .hasSize(1);
    }

    @Test
    void whoever_brought_the_card_in_reads_why_they_cannot_decide() {
        TestCase due = requests.due(50_000);
        importedBy(due.card(), "admin");
        ReplacementRequest made = request(due);

        signIn("admin");
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));
        assertThat(plain(_get(RequestView.class))).contains("You brought this card, or money on it, into the register");
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).isEmpty();

        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.of(made.id()));
        assertThat(_find(Button.class, spec -> spec.withText("Approve"))).hasSize(1);
    }

    /** A case within the limit that was bought at another shop than the register says. */
    private TestCase doubtful() {
        TestCase due = requests.due(30_000);
        requests.retailer(due, "Kiosk Aarhus");
        return due;
    }

    private ReplacementRequest request(TestCase due) {
        people.as("agent");
        return ((Handled.Done)
                        replacements.request(due.confirmed(), UUID.randomUUID().toString()))
                .request();
    }

    private void openCase(String username, TestCase of) {
        signIn(username);
        UI.getCurrent().navigate(CasesNavigation.of(of.number()));
    }

    /** The row of a case in a list of the review, as a supervisor reads it. */
    private String row(int tab, TestCase of) {
        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.QUEUE);
        _get(TabSheet.class).setSelectedIndex(tab);
        Grid<?> grid = _get(Grid.class);
        return IntStream.range(0, GridKt._size(grid))
                .mapToObj(row -> plain((Component) GridKt._getCellComponent(grid, row, "line")))
                .filter(line -> line.contains(of.number().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String panel() {
        return plain(_get(ReplacementPanel.class));
    }

    /** As it is read; amounts are written with a space that does not break. */
    private static String plain(Component part) {
        return part.getElement().getTextRecursively().replace('\u00a0', ' ');
    }

    private void importedBy(Card card, String username) {
        jdbc.sql("""
                        insert into card_change (id, card_id, at, by_person, from_state, to_state, reason)
                        select :id, :card, current_timestamp, id, null, 'ACTIVE', 'IMPORT' from person
                         where username = :name""")
                .param("id", UUID.randomUUID())
                .param("card", card.id())
                .param("name", username)
                .update();
    }

    /** No lot is drawn twice: the application itself may not change what was issued. */
    private void draw(TestCase of, boolean sampled) {
        owner.jdbc()
                .sql("update replacement set sampled = :sampled where case_id = :case")
                .param("sampled", sampled)
                .param("case", of.id())
                .update();
    }

    private void readOnTheBack(TestCase of, String serial) {
        jdbc.sql("""
                        insert into proof_finding (id, proof, page, kind, value_read, source, area_left, area_top,
                                                   area_width, area_height, place)
                        select :id, id, 1, 'SERIAL', :serial, 'TEXT', 0, 0, 100, 100, 1 from proof
                         where owner = :case and kind = 'BACK' and removed_at is null""")
                .param("id", UUID.randomUUID())
                .param("serial", serial)
                .param("case", of.id())
                .update();
    }
}
