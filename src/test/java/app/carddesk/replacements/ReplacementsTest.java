package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.StockLevels;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@CarddeskTest
@Tag("database")
class ReplacementsTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CardRegister register;

    @Autowired
    private StockLevels stock;

    @Autowired
    private CaseFile cases;

    @Autowired
    private TrippingListener tripping;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void within_the_limit_a_replacement_is_issued_at_once() {
        TestCase due = requests.due(40_000);
        cards.stock(due.card(), 1);

        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.ISSUED);

        assertThat(request.basis()).isEqualTo(Basis.WITHIN_LIMIT);
        assertThat(request.decisions()).isEmpty();
        Card old = cards.reload(due.card());
        assertThat(old.state()).isEqualTo(CardState.REPLACED);
        assertThat(old.balance().isNothing()).isTrue();
        assertThat(old.replacedBy()).isEqualTo(request.issued());
        assertThat(balanceOf(request)).isEqualTo(Money.ofMinor(40_000, "DKK"));
        assertThat(cases.get(due.id()).state()).isEqualTo(CaseState.SOLVED);
        assertThat(letters(due, "REPLACEMENT_ISSUED")).isEqualTo(1);
        assertThat(audited(request.id(), "replacement.issued")).isEqualTo(1);
    }

    @Test
    void what_was_issued_without_them_is_shown_to_supervisors() {
        TestCase due = requests.due(5_000);
        cards.stock(due.card(), 1);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.ISSUED);

        signIn.as("supervisor");
        ReviewQueue.IssuedAlone line = queue.issuedWithinLimit(0, 50).stream()
                .filter(row -> row.id().equals(request.id()))
                .findFirst()
                .orElseThrow();

        assertThat(line.by()).isEqualTo(DemoPeople.AGENT);
        assertThat(line.old()).isEqualTo(due.card().serial());
        assertThat(line.issued()).isEqualTo(request.issued());
        assertThat(line.amount()).isEqualTo(Money.ofMinor(5_000, "DKK"));
    }

    @Test
    void above_the_limit_a_supervisor_decides() {
        TestCase due = requests.due(40_001);
        cards.stock(due.card(), 1);

        ReplacementRequest pending = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        assertThat(cases.get(due.id()).state()).isEqualTo(CaseState.WAITING_FOR_REVIEW);
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);

        signIn.as("supervisor");
        ReplacementRequest issued = done(decide(pending, new Decision.Approve(null)), RequestState.ISSUED);
        assertThat(issued.basis()).isEqualTo(Basis.DECIDED);
        assertThat(issued.lastDecision().by()).isEqualTo(DemoPeople.SUPERVISOR);
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.REPLACED);
        assertThat(balanceOf(issued)).isEqualTo(Money.ofMinor(40_001, "DKK"));
    }

    @Test
    void every_content_code_is_reviewed() {
        TestCase due = requests.due(cards.code(LocalDate.of(2099, 1, 1)));
        cards.stock(due.card(), 1);

        done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
    }

    @Test
    void a_customer_who_was_given_a_replacement_lately_is_looked_at_twice() {
        String email = "k" + UUID.randomUUID() + "@example.org";
        TestCase first = requests.due(1_000);
        cards.stock(first.card(), 1);
        requests.customer(first, email);
        done(replacements.request(first.confirmed(), key()), RequestState.ISSUED);

        TestCase second = requests.due(1_000);
        cards.stock(second.card(), 1);
        requests.customer(second, email);
        ReplacementRequest request = done(replacements.request(second.confirmed(), key()), RequestState.PENDING);

        assertThat(request.flags()).containsExactly(ReviewFlag.CUSTOMER_REPLACED_RECENTLY);
    }

    @Test
    void a_card_that_is_itself_a_replacement_is_looked_at_twice() {
        TestCase first = requests.due(1_000);
        cards.stock(first.card(), 1);
        ReplacementRequest issued = done(replacements.request(first.confirmed(), key()), RequestState.ISSUED);

        TestCase second = requests.due(cardOf(issued));
        ReplacementRequest request = done(replacements.request(second.confirmed(), key()), RequestState.PENDING);

        assertThat(request.flags()).contains(ReviewFlag.CARD_IS_A_REPLACEMENT);
    }

    @Test
    void nothing_is_requested_that_the_verdict_does_not_say() {
        TestCase told = requests.told(cards.active(1_000));

        assertThat(refusal(replacements.request(told.confirmed(), key())))
                .isEqualTo(new Refusal.VerdictChanged(
                        Rule.PROOF_MISSING, told.card().balance()));
        assertThat(replacements.ofCase(told.id())).isEmpty();
    }

    @Test
    void nothing_is_issued_but_the_amount_that_was_confirmed() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        cards.spend(due.card(), 10_000);

        assertThat(refusal(replacements.request(due.confirmed(), key())))
                .isEqualTo(new Refusal.VerdictChanged(Rule.REPLACEMENT_DUE, Money.ofMinor(20_000, "DKK")));
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);
    }

    @Test
    void a_card_has_one_live_request_also_across_cases() {
        TestCase one = requests.due(50_000);
        TestCase other = requests.due(one.card());
        ReplacementRequest first = done(replacements.request(one.confirmed(), key()), RequestState.PENDING);

        assertThat(refusal(replacements.request(other.confirmed(), key())))
                .isEqualTo(new Refusal.AlreadyLive(first.number(), one.number(), RequestState.PENDING));

        done(replacements.withdraw(first.id(), key()), RequestState.WITHDRAWN);
        done(replacements.request(other.confirmed(), key()), RequestState.PENDING);
    }

    @Test
    void the_requester_never_decides_whatever_their_roles() {
        TestCase due = requests.due(50_000);
        signIn.as("supervisor");
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);

        assertThat(refusal(decide(request, new Decision.Approve(null)))).isEqualTo(new Refusal.OwnRequest());
        assertThat(refusal(decide(request, new Decision.Refuse("No")))).isEqualTo(new Refusal.OwnRequest());
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);
    }

    @Test
    void agents_do_not_decide() {
        ReplacementRequest request =
                done(replacements.request(requests.due(50_000).confirmed(), key()), RequestState.PENDING);

        signIn.as("agent2");
        assertThatThrownBy(() -> decide(request, new Decision.Approve(null))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_decision_on_an_older_version_is_refused() {
        ReplacementRequest request =
                done(replacements.request(requests.due(50_000).confirmed(), key()), RequestState.PENDING);
        signIn.as("supervisor");
        done(decide(request, new Decision.Return("Is the receipt complete?")), RequestState.RETURNED);

        signIn.as("admin");
        assertThat(refusal(decide(request, new Decision.Approve(null))))
                .isEqualTo(new Refusal.Stale(RequestState.RETURNED));
    }

    @Test
    void a_returned_request_is_answered_by_its_requester_and_decided_again() {
        TestCase due = requests.due(50_000);
        cards.stock(due.card(), 1);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        signIn.as("supervisor");
        done(decide(request, new Decision.Return("Is the receipt complete?")), RequestState.RETURNED);

        signIn.as("agent2");
        assertThat(refusal(replacements.answer(request.id(), "Yes", key()))).isEqualTo(new Refusal.NotYours());
        signIn.as("agent");
        ReplacementRequest answered =
                done(replacements.answer(request.id(), "Yes, both pages.", key()), RequestState.PENDING);
        assertThat(answered.answer()).isEqualTo("Yes, both pages.");

        signIn.as("supervisor");
        done(decide(answered, new Decision.Approve(null)), RequestState.ISSUED);
    }

    @Test
    void a_refusal_keeps_its_reason_frees_the_card_and_queues_a_letter() {
        TestCase due = requests.due(50_000);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        signIn.as("supervisor");

        ReplacementRequest refused =
                done(decide(request, new Decision.Refuse("The receipt is for another card.")), RequestState.REFUSED);

        assertThat(refused.lastDecision().reason()).isEqualTo("The receipt is for another card.");
        assertThat(letters(due, "REQUEST_REFUSED")).isEqualTo(1);
        signIn.as("agent");
        done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
    }

    @Test
    void only_the_requester_withdraws_and_not_after_the_issue() {
        TestCase due = requests.due(1_000);
        cards.stock(due.card(), 1);
        ReplacementRequest issued = done(replacements.request(due.confirmed(), key()), RequestState.ISSUED);
        assertThat(refusal(replacements.withdraw(issued.id(), key())))
                .isEqualTo(new Refusal.WrongState(RequestState.ISSUED));

        ReplacementRequest pending =
                done(replacements.request(requests.due(50_000).confirmed(), key()), RequestState.PENDING);
        signIn.as("agent2");
        assertThat(refusal(replacements.withdraw(pending.id(), key()))).isEqualTo(new Refusal.NotYours());
    }

    @Test
    void a_verdict_that_changed_since_the_request_stops_the_approval() {
        TestCase due = requests.due(50_000);
        cards.stock(due.card(), 1);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        cards.spend(due.card(), 20_000);
        signIn.as("supervisor");

        assertThat(refusal(decide(request, new Decision.Approve(null))))
                .isEqualTo(new Refusal.VerdictChanged(Rule.REPLACEMENT_DUE, Money.ofMinor(30_000, "DKK")));
        assertThat(replacements.find(request.id()).orElseThrow()).isEqualTo(request);
    }

    @Test
    void without_stock_a_request_waits_says_what_is_missing_and_is_issued_later() {
        TestCase due = requests.due(cards.code(LocalDate.of(2099, 1, 1)));
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        signIn.as("supervisor");
        ReplacementRequest waiting = done(decide(request, new Decision.Approve(null)), RequestState.WAITING_FOR_STOCK);
        assertThat(waiting.waitingFor())
                .isEqualTo(new StockNeed(
                        due.card().kind(),
                        due.card().form(),
                        due.card().soldIn(),
                        due.card().faceValue().unit()));
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);
        done(replacements.retry(request.id()), RequestState.WAITING_FOR_STOCK);

        cards.stock(due.card(), 1);
        signIn.as("agent");
        ReplacementRequest issued = done(replacements.retry(request.id()), RequestState.ISSUED);

        assertThat(issued.basis()).isEqualTo(Basis.DECIDED);
        assertThat(issued.waitingFor()).isNull();
    }

    @Test
    void a_failure_at_the_end_leaves_nothing_behind_and_the_key_free() {
        TestCase due = requests.due(20_000);
        cards.stock(due.card(), 1);
        int inStock = stock.available(due.card());
        String key = key();
        tripping.tripOn(due.id());

        assertThatThrownBy(() -> replacements.request(due.confirmed(), key)).hasMessage("Tripped");

        assertThat(cards.reload(due.card())).isEqualTo(due.card());
        assertThat(stock.available(due.card())).isEqualTo(inStock);
        assertThat(replacements.ofCase(due.id())).isEmpty();
        assertThat(letters(due, "REPLACEMENT_ISSUED")).isZero();
        done(replacements.request(due.confirmed(), key), RequestState.ISSUED);
    }

    @Test
    void a_referral_is_overruled_with_a_reason_that_is_kept() {
        TestCase told = requests.named(requests.told(cards.active(10_000)));
        cards.stock(told.card(), 1);
        ReplacementRequest referred =
                done(replacements.refer(told.id(), "The receipt burnt.", key()), RequestState.PENDING);
        assertThat(referred.kind()).isEqualTo(RequestKind.REFERRAL);
        assertThat(referred.words()).isEqualTo("The receipt burnt.");
        signIn.as("supervisor");

        assertThat(refusal(decide(referred, new Decision.Approve(null))))
                .isEqualTo(new Refusal.UnfitWords(Words.Fault.MISSING));
        ReplacementRequest issued =
                done(decide(referred, new Decision.Approve("The shop confirms the sale.")), RequestState.ISSUED);

        assertThat(issued.lastDecision().reason()).isEqualTo("The shop confirms the sale.");
        assertThat(balanceOf(issued)).isEqualTo(Money.ofMinor(10_000, "DKK"));
    }

    @Test
    void overruling_for_an_unactivated_card_books_the_activation_first() {
        TestCase told = requests.named(requests.told(cards.card(CardState.NOT_ACTIVATED, 30_000)));
        ReplacementRequest referred = done(replacements.refer(told.id(), "Paid for.", key()), RequestState.PENDING);
        cards.stock(told.card(), 1);
        signIn.as("supervisor");

        ReplacementRequest issued =
                done(decide(referred, new Decision.Approve("The receipt is plain.")), RequestState.ISSUED);

        assertThat(balanceOf(issued)).isEqualTo(Money.ofMinor(30_000, "DKK"));
    }

    @Test
    void an_activation_is_not_booked_while_the_replacement_waits_for_stock() {
        Card card = cards.card(
                TestCards.serial("PBH"),
                CardKind.APPLE_MUSIC,
                CardForm.DIGITAL,
                new Region("IS"),
                CardState.NOT_ACTIVATED,
                Money.ofMinor(7_000, "ISK"),
                null);
        TestCase told = requests.named(requests.told(card));
        ReplacementRequest referred = done(replacements.refer(told.id(), "Paid for.", key()), RequestState.PENDING);
        signIn.as("supervisor");

        done(decide(referred, new Decision.Approve("The receipt is plain.")), RequestState.WAITING_FOR_STOCK);
        assertThat(cards.reload(card).state()).isEqualTo(CardState.NOT_ACTIVATED);

        cards.stock(card, 1);
        signIn.as("agent");
        done(replacements.retry(referred.id()), RequestState.ISSUED);
        assertThat(cards.reload(card).state()).isEqualTo(CardState.REPLACED);
    }

    @Test
    void a_voided_card_is_replaced_only_by_overruling() {
        TestCase told = requests.named(requests.told(cards.card(CardState.VOIDED, 25_000)));
        cards.stock(told.card(), 1);
        ReplacementRequest referred = done(replacements.refer(told.id(), "Our mistake.", key()), RequestState.PENDING);
        signIn.as("supervisor");

        ReplacementRequest issued =
                done(decide(referred, new Decision.Approve("It was voided by mistake.")), RequestState.ISSUED);

        assertThat(balanceOf(issued)).isEqualTo(Money.ofMinor(25_000, "DKK"));
        assertThat(cards.reload(told.card()).state()).isEqualTo(CardState.REPLACED);
    }

    @Test
    void nothing_on_the_ledger_cannot_be_overruled() {
        Card empty = cards.active(10_000);
        cards.spend(empty, 10_000);
        Card linked = cards.card(CardState.LINKED, 10_000);

        assertThat(overrule(requests.named(requests.told(empty)))).isEqualTo(new Refusal.NothingOnLedger());
        assertThat(overrule(requests.named(requests.told(linked))))
                .isEqualTo(new Refusal.NotReplaceable(CardState.LINKED));
    }

    @Test
    void a_replaced_card_is_never_replaced_again() {
        TestCase told = requests.named(requests.told(cards.card(CardState.REPLACED, 10_000)));

        assertThat(overrule(told)).isEqualTo(new Refusal.AlreadyReplaced());
    }

    @Test
    void a_redemption_code_in_the_words_is_refused_and_not_kept() {
        TestCase told = requests.named(requests.told(cards.active(10_000)));

        assertThat(refusal(replacements.refer(told.id(), "Code is XABCDEFGHJKLMNPQ", key())))
                .isEqualTo(new Refusal.UnfitWords(Words.Fault.HOLDS_CODE));
        assertThat(replacements.ofCase(told.id())).isEmpty();
    }

    @Test
    void the_same_key_and_content_get_the_same_answer() {
        TestCase due = requests.due(10_000);
        cards.stock(due.card(), 1);
        String key = key();
        ReplacementRequest first = done(replacements.request(due.confirmed(), key), RequestState.ISSUED);

        assertThat(done(replacements.request(due.confirmed(), key), RequestState.ISSUED))
                .isEqualTo(first);
        assertThat(replacements.ofCase(due.id())).hasSize(1);
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        TestCase due = requests.due(50_000);
        TestCase other = requests.due(50_000);
        String key = key();
        done(replacements.request(due.confirmed(), key), RequestState.PENDING);

        assertThat(refusal(replacements.request(other.confirmed(), key))).isEqualTo(new Refusal.KeyReused());
        assertThat(refusal(
                        replacements.request(new Confirmed(due.id(), due.card().id(), Money.ofMinor(1, "DKK")), key)))
                .isEqualTo(new Refusal.KeyReused());
        signIn.as("agent2");
        assertThat(refusal(replacements.request(due.confirmed(), key))).isEqualTo(new Refusal.KeyReused());
    }

    @Test
    void a_key_whose_act_was_refused_works_once_the_fault_is_mended() {
        TestCase told = requests.named(requests.told(cards.active(50_000)));
        String key = key();
        assertThat(refusal(replacements.request(told.confirmed(), key))).isInstanceOf(Refusal.VerdictChanged.class);

        for (var kind : List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT)) {
            requests.accept(told, kind);
        }

        done(replacements.request(told.confirmed(), key), RequestState.PENDING);
    }

    @Test
    void keys_are_neither_empty_nor_endless() {
        TestCase due = requests.due(50_000);

        assertThat(refusal(replacements.request(due.confirmed(), " "))).isEqualTo(new Refusal.KeyUnfit());
        assertThat(refusal(replacements.request(due.confirmed(), "k".repeat(101))))
                .isEqualTo(new Refusal.KeyUnfit());
        done(replacements.request(due.confirmed(), UUID.randomUUID() + "k".repeat(64)), RequestState.PENDING);
    }

    private Refusal overrule(TestCase told) {
        signIn.as("agent");
        ReplacementRequest referred = done(replacements.refer(told.id(), "Please look.", key()), RequestState.PENDING);
        signIn.as("supervisor");
        return refusal(decide(referred, new Decision.Approve("All the same.")));
    }

    private Handled decide(ReplacementRequest request, Decision decision) {
        return replacements.decide(request.id(), request.version(), decision, key());
    }

    private static ReplacementRequest done(Handled handled, RequestState reached) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        Handled.Done done = (Handled.Done) handled;
        assertThat(done.reached()).isEqualTo(reached);
        assertThat(done.request().state()).isEqualTo(reached);
        return done.request();
    }

    private static Refusal refusal(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        return ((Handled.Refused) handled).why();
    }

    private Worth balanceOf(ReplacementRequest request) {
        return cardOf(request).balance();
    }

    private Card cardOf(ReplacementRequest request) {
        UUID id = jdbc.sql("select new_card from replacement where request_id = :id")
                .param("id", request.id())
                .query(UUID.class)
                .single();
        return register.find(id).orElseThrow();
    }

    private int letters(TestCase of, String kind) {
        return jdbc.sql("select count(*) from letter where case_id = :case and kind = :kind")
                .param("case", of.id())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private int audited(UUID subject, String act) {
        return jdbc.sql("select count(*) from audit_event where subject_id = :subject and act = :act")
                .param("subject", subject)
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
