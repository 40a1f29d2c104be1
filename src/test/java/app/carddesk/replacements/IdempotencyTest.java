package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.policies.TestLimits;
import app.carddesk.proof.AtOnce;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking twice does nothing twice: for requests, decisions and what is issued by them. */
@CarddeskTest
@Tag("database")
class IdempotencyTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void after_a_restart_a_request_gets_the_answer_it_got_before() {
        TestCase due = requests.due(10_000);
        cards.stock(due.card(), 2);
        String key = key();
        ReplacementRequest issued = done(replacements.request(due.confirmed(), key), RequestState.ISSUED);

        Replacements afterRestart = desk.with(TestLimits.none());

        assertThat(done(afterRestart.request(due.confirmed(), key), RequestState.ISSUED))
                .isEqualTo(issued);
        assertThat(refusal(afterRestart.request(requests.due(10_000).confirmed(), key)))
                .isEqualTo(new Refusal.KeyReused());
        assertThat(replacements.ofCase(due.id())).hasSize(1);
    }

    @Test
    void after_a_restart_a_decision_gets_the_answer_it_got_before() {
        ReplacementRequest request = pending();
        signIn.as("supervisor");
        String key = key();
        Decision approval = new Decision.Approve(null);
        ReplacementRequest decided = done(decide(request, approval, key), RequestState.ISSUED);

        Replacements afterRestart = desk.with(TestLimits.none());

        assertThat(done(afterRestart.decide(request.id(), request.version(), approval, key), RequestState.ISSUED))
                .isEqualTo(decided);
        assertThat(decided.decisions()).hasSize(1);
    }

    @Test
    void a_decision_under_a_used_key_is_refused_if_anything_of_it_differs() {
        ReplacementRequest request = pending();
        ReplacementRequest other = pending();
        signIn.as("supervisor");
        String key = key();
        done(decide(request, new Decision.Return("Which shop?"), key), RequestState.RETURNED);

        assertThat(refusal(decide(request, new Decision.Return("Which town?"), key)))
                .isEqualTo(new Refusal.KeyReused());
        assertThat(refusal(decide(request, new Decision.Refuse("Which shop?"), key)))
                .isEqualTo(new Refusal.KeyReused());
        assertThat(refusal(decide(other, new Decision.Return("Which shop?"), key)))
                .isEqualTo(new Refusal.KeyReused());
        signIn.as("admin");
        assertThat(refusal(decide(request, new Decision.Return("Which shop?"), key)))
                .isEqualTo(new Refusal.KeyReused());
        done(decide(other, new Decision.Return("Which shop?"), key()), RequestState.RETURNED);
    }

    @Test
    void a_decision_that_was_refused_works_with_the_same_key_once_it_is_mended() {
        ReplacementRequest request = pending();
        signIn.as("supervisor");
        String key = key();

        assertThat(refusal(decide(request, new Decision.Refuse(" "), key)))
                .isEqualTo(new Refusal.UnfitWords(Words.Fault.MISSING));
        done(decide(request, new Decision.Refuse("The receipt is for another card."), key), RequestState.REFUSED);
    }

    @Test
    void a_key_of_a_thousand_characters_is_refused_everywhere() {
        ReplacementRequest request = pending();
        TestCase told = requests.told(cards.active(1_000));
        String endless = "k".repeat(1000);

        assertThat(refusal(replacements.refer(told.id(), "Please look.", endless)))
                .isEqualTo(new Refusal.KeyUnfit());
        assertThat(refusal(replacements.withdraw(request.id(), endless))).isEqualTo(new Refusal.KeyUnfit());
        assertThat(refusal(replacements.answer(request.id(), "Yes.", endless))).isEqualTo(new Refusal.KeyUnfit());
        signIn.as("supervisor");
        assertThat(refusal(decide(request, new Decision.Approve(null), endless)))
                .isEqualTo(new Refusal.KeyUnfit());
        assertThat(replacements.find(request.id()).orElseThrow()).isEqualTo(request);
    }

    @Test
    void one_decision_sent_many_times_at_once_gets_one_answer() throws Exception {
        ReplacementRequest request = pending();
        String key = key();

        List<Object> answers = new AtOnce(signIn)
                .add(50, "supervisor", () -> decide(request, new Decision.Approve(null), key))
                .go();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Handled.Done.class))
                .extracting(answer -> ((Handled.Done) answer).reached())
                .containsOnly(RequestState.ISSUED);
        assertThat(replacements.find(request.id()).orElseThrow().decisions()).hasSize(1);
    }

    @Test
    void one_key_for_two_cards_at_once_serves_one_of_them() throws Exception {
        TestCase one = requests.due(10_000);
        TestCase other = requests.due(10_000);
        cards.stock(one.card(), 2);
        String key = key();

        List<Object> answers = new AtOnce(signIn)
                .add(10, "agent", () -> replacements.request(one.confirmed(), key))
                .add(10, "agent", () -> replacements.request(other.confirmed(), key))
                .go();

        assertThat(answers).filteredOn(Handled.Done.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(Handled.Refused.class::isInstance)
                .containsOnly(new Handled.Refused(new Refusal.KeyReused()));
        assertThat(replacements.ofCase(one.id()).size()
                        + replacements.ofCase(other.id()).size())
                .isEqualTo(1);
    }

    private ReplacementRequest pending() {
        TestCase due = requests.due(90_000);
        cards.stock(due.card(), 1);
        return done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
    }

    private Handled decide(ReplacementRequest request, Decision decision, String key) {
        return replacements.decide(request.id(), request.version(), decision, key);
    }

    private static ReplacementRequest done(Handled handled, RequestState reached) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        assertThat(((Handled.Done) handled).reached()).isEqualTo(reached);
        return ((Handled.Done) handled).request();
    }

    private static Refusal refusal(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        return ((Handled.Refused) handled).why();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
