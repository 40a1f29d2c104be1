package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.Correcting;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever brought a card, money on it, or its stock into the register gets nothing replaced by it. */
@CarddeskTest
@Tag("database")
class BroughtInTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void whoever_imported_a_card_does_not_ask_for_it_to_be_replaced() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        importedBy(due.card(), "supervisor");
        signIn.as("supervisor");

        assertThat(refusal(replacements.request(due.confirmed(), key()))).isInstanceOf(Refusal.BroughtIn.class);
        assertThat(refusal(replacements.refer(due.id(), "Please look.", key()))).isInstanceOf(Refusal.BroughtIn.class);
        assertThat(replacements.isBroughtInByMe(due.card().id())).isTrue();
        assertThat(replacements.ofCase(due.id())).isEmpty();

        signIn.as("agent");
        assertThat(reached(replacements.request(due.confirmed(), key()))).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void whoever_imported_a_card_does_not_decide_on_it_in_any_way() {
        TestCase due = requests.due(70_000);
        cards.stock(due.card(), 1);
        importedBy(due.card(), "admin");
        signIn.as("agent");
        ReplacementRequest made = waiting(due);
        signIn.as("admin");

        for (Decision decision :
                new Decision[] {new Decision.Approve(null), new Decision.Refuse("No."), new Decision.Return("Why?")}) {
            assertThat(refusal(decide(made, decision))).isInstanceOf(Refusal.BroughtIn.class);
        }

        signIn.as("supervisor");
        assertThat(reached(decide(made, new Decision.Approve(null)))).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void both_who_stand_behind_a_booked_activation_keep_away() {
        Card sold = cards.card(CardState.NOT_ACTIVATED, 30_000);
        signIn.as("supervisor");
        Correcting asked = corrections.ask(
                new CorrectionWish.Activation(sold.id(), sold.balance()),
                CorrectionReason.RETAILER_DID_NOT_ACTIVATE,
                "Paid.",
                key());
        signIn.as("admin");
        corrections.confirm(((Correcting.Done) asked).correction().id(), key());
        TestCase due = requests.named(requests.told(cards.reload(sold)));

        for (String behind : new String[] {"supervisor", "admin"}) {
            signIn.as(behind);
            assertThat(refusal(replacements.request(due.confirmed(), key()))).isInstanceOf(Refusal.BroughtIn.class);
            assertThat(refusal(replacements.refer(due.id(), "Please look.", key())))
                    .isInstanceOf(Refusal.BroughtIn.class);
        }
    }

    @Test
    void what_came_with_the_card_before_came_from_the_same_hands() {
        TestCase first = requests.due(30_000);
        cards.stock(first.card(), 1);
        importedBy(first.card(), "supervisor");
        signIn.as("agent");
        assertThat(reached(replacements.request(first.confirmed(), key()))).isEqualTo(RequestState.ISSUED);
        Card issued = cards.of(cards.reload(first.card()).replacedBy());
        TestCase again = requests.told(issued);
        signIn.as("supervisor");

        assertThat(refusal(replacements.refer(again.id(), "Again.", key()))).isInstanceOf(Refusal.BroughtIn.class);
    }

    @Test
    void whoever_confirmed_the_importedof_a_card_keeps_away_like_whoever_gave_it() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        OffsetDateTime arrived = imported("CARDS", "admin", "supervisor");
        importedBy(due.card(), "admin", arrived);
        signIn.as("supervisor");

        assertThat(refusal(replacements.request(due.confirmed(), key()))).isInstanceOf(Refusal.BroughtIn.class);
    }

    @Test
    void whoever_confirmed_the_stock_a_card_came_from_gets_no_replacement_for_it() {
        TestCase first = requests.due(30_000);
        cards.stock(first.card(), 1);
        signIn.as("agent");
        assertThat(reached(replacements.request(first.confirmed(), key()))).isEqualTo(RequestState.ISSUED);
        Card issued = cards.of(cards.reload(first.card()).replacedBy());
        jdbc.sql("update replacement_stock set brought_by = :by, arrived_at = :at where issued_as = :card")
                .param("by", id("admin"))
                .param("at", imported("STOCK", "admin", "supervisor"))
                .param("card", issued.id())
                .update();
        TestCase again = requests.told(issued);
        signIn.as("supervisor");

        assertThat(refusal(replacements.refer(again.id(), "Again.", key()))).isInstanceOf(Refusal.BroughtIn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brought_by", "confirmed_by"})
    void stock_is_not_for_whoever_imported_it_or_confirmed_that(String hand) {
        TestCase due = requests.due(aCardOfItsOwn());
        cards.stock(due.card(), 2);
        jdbc.sql("update replacement_stock set " + hand + " = :by where state = 'AVAILABLE' and kind = 'APPLE_MUSIC'"
                        + " and form = 'PHYSICAL' and region = 'DK'")
                .param("by", id("supervisor"))
                .update();
        signIn.as("supervisor");

        assertThat(refusal(replacements.request(due.confirmed(), key()))).isInstanceOf(Refusal.OwnStock.class);
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);

        cards.stock(due.card(), 1);
        assertThat(reached(replacements.request(due.confirmed(), key()))).isEqualTo(RequestState.ISSUED);
        assertThat(jdbc.sql("select count(*) from replacement_stock where issued_as = :card and " + hand + " = :by")
                        .param(
                                "card",
                                cards.of(cards.reload(due.card()).replacedBy()).id())
                        .param("by", id("supervisor"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_granted_request_is_not_issued_late_once_its_requester_has_money_on_the_card() {
        TestCase due = requests.due(aCardOfItsOwn());
        jdbc.sql(
                        "delete from replacement_stock where state = 'AVAILABLE' and kind = 'APPLE_MUSIC' and form = 'PHYSICAL'")
                .update();
        signIn.as("agent");
        Handled granted = replacements.request(due.confirmed(), key());
        assertThat(reached(granted)).isEqualTo(RequestState.WAITING_FOR_STOCK);
        importedBy(due.card(), "agent");
        cards.stock(due.card(), 1);
        signIn.as("agent2");

        assertThat(refusal(replacements.retry(((Handled.Done) granted).request().id())))
                .isInstanceOf(Refusal.BroughtIn.class);
    }

    private Card aCardOfItsOwn() {
        return cards.card(
                TestCards.serial("PBH"),
                CardKind.APPLE_MUSIC,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(3_300, "DKK"),
                null);
    }

    /** An import that was confirmed; a time at which it ran. */
    private OffsetDateTime imported(String content, String giver, String second) {
        OffsetDateTime ran = OffsetDateTime.of(2024, 5, 3, 12, 0, 0, 0, ZoneOffset.UTC);
        jdbc.sql("""
                        insert into import_run (id, file_name, content, state, started_at, started_by, updated_at,
                                finished_at, bytes_total, bytes_read, accepted, refused, cancel_asked, needs_second,
                                decided_by, decided_at)
                        values (:id, 'cards.csv', :content, 'DONE', :given, :giver, :over, :over, 1, 1, 1, 0, false,
                                true, :second, :decided)""")
                .param("id", UUID.randomUUID())
                .param("content", content)
                .param("given", ran.minusHours(2))
                .param("giver", id(giver))
                .param("over", ran.plusHours(1))
                .param("second", id(second))
                .param("decided", ran.minusHours(1))
                .update();
        return ran;
    }

    private void importedBy(Card card, String username) {
        importedBy(card, username, OffsetDateTime.now(ZoneOffset.UTC));
    }

    private void importedBy(Card card, String username, OffsetDateTime at) {
        jdbc.sql("""
                        insert into card_change (id, card_id, at, by_person, from_state, to_state, reason)
                        values (:id, :card, :at, :by, null, 'ACTIVE', 'IMPORT')""")
                .param("id", UUID.randomUUID())
                .param("card", card.id())
                .param("at", at)
                .param("by", id(username))
                .update();
    }

    private UUID id(String username) {
        return jdbc.sql("select id from person where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single();
    }

    private ReplacementRequest waiting(TestCase due) {
        Handled handled = replacements.request(due.confirmed(), key());
        assertThat(reached(handled)).isEqualTo(RequestState.PENDING);
        return ((Handled.Done) handled).request();
    }

    private Handled decide(ReplacementRequest made, Decision decision) {
        return replacements.decide(made.id(), made.version(), decision, key());
    }

    private static RequestState reached(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).reached();
    }

    private static Refusal refusal(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        return ((Handled.Refused) handled).why();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
