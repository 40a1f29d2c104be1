package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.Covering;
import app.carddesk.evidence.Decision.Done;
import app.carddesk.evidence.Decision.Held;
import app.carddesk.evidence.Marking;
import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proof.State;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.PuttingBack;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The proofs a request stands on stay as they were, whatever becomes of it and whoever wants them gone. */
@CarddeskTest
@Tag("database")
class HeldEvidenceTest {

    private static final PageArea AREA = new PageArea(1000, 2000, 3000, 1500);

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Proofs proofs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void backToNow() {
        signIn.out();
        clock.reset();
    }

    @Test
    void the_front_of_a_card_that_was_replaced_stays_when_its_case_is_opened_again() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        ReplacementRequest issued = done(replacements.request(due.confirmed(), key()), RequestState.ISSUED);
        work.move(due.id(), CaseState.SOLVED, CaseState.OPEN);

        for (String person : List.of("agent", "agent2", "supervisor")) {
            signIn.as(person);
            assertHeld(due, issued);
        }

        work.move(due.id(), CaseState.OPEN, CaseState.SOLVED);
        clock.forward(Duration.ofDays(1));
        assertThat(proofs.of(due.id())).hasSize(3).allSatisfy(proof -> {
            assertThat(proof.state()).isEqualTo(State.ACCEPTED);
            assertThat(proofs.picture(proof.id(), 1, PictureSize.FULL)).isPresent();
        });
    }

    @Test
    void they_stay_while_it_waits_is_returned_is_answered_waits_for_stock_and_is_refused() {
        // A code for an item that nobody has in stock.
        TestCase due = requests.due(cards.code(LocalDate.of(2099, 1, 1)));
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        assertHeld(due, request);

        request = decide(request, new Decision.Return("Is that the whole receipt?"), RequestState.RETURNED);
        signIn.as("agent");
        assertHeld(due, request);
        request = done(replacements.answer(request.id(), "It is", key()), RequestState.PENDING);
        assertHeld(due, request);
        request = decide(request, new Decision.Approve(null), RequestState.WAITING_FOR_STOCK);
        signIn.as("agent");
        assertHeld(due, request);
        request = decide(request, new Decision.Refuse("The receipt is drawn"), RequestState.REFUSED);
        signIn.as("agent");
        assertHeld(due, request);
    }

    @Test
    void taken_back_before_anybody_decided_it_lets_them_go_and_after_that_not() {
        TestCase due = requests.due(50_000);
        ReplacementRequest first = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        done(replacements.withdraw(first.id(), key()), RequestState.WITHDRAWN);
        Proof receipt = proof(due, ProofKind.RECEIPT);
        assertThat(receipt.heldFor()).isNull();
        assertThat(proofs.refuse(receipt, "of another shop")).isInstanceOf(Done.class);
        assertThat(proofs.accept(proof(due, ProofKind.RECEIPT), false)).isInstanceOf(Done.class);

        ReplacementRequest second = done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        second = decide(second, new Decision.Return("Whose receipt is that?"), RequestState.RETURNED);
        signIn.as("agent");
        done(replacements.withdraw(second.id(), key()), RequestState.WITHDRAWN);
        assertHeld(due, second);
    }

    @Test
    void what_comes_to_count_while_a_request_waits_is_part_of_it() {
        TestCase told = requests.told(cards.active(50_000));
        for (ProofKind kind : List.of(ProofKind.FRONT, ProofKind.BACK)) {
            requests.accept(told, kind);
        }
        done(replacements.refer(told.id(), "The receipt comes by mail", key()), RequestState.PENDING);

        requests.accept(told, ProofKind.RECEIPT);

        assertThat(proofs.remove(proof(told, ProofKind.RECEIPT))).isInstanceOf(Held.class);
    }

    @Test
    void a_supervisor_who_decides_without_them_holds_what_they_saw_and_the_declarations() {
        TestCase told = requests.named(requests.told(cards.active(50_000)));
        cards.stock(told.card(), 1);
        requests.accept(told, ProofKind.BACK);
        requests.give(told, ProofKind.FRONT);
        proofs.declareUnobtainable(told.id(), ProofKind.RECEIPT, "a present");
        ReplacementRequest request =
                done(replacements.refer(told.id(), "The front is worn", key()), RequestState.PENDING);
        assertThat(proofs.withdrawDeclaration(told.id(), ProofKind.RECEIPT)).isInstanceOf(Held.class);
        assertThat(proofs.move(proof(told, ProofKind.FRONT), ProofKind.OTHER)).isInstanceOf(Done.class);

        decide(request, new Decision.Approve("Seen on the back"), RequestState.ISSUED);
        work.move(told.id(), CaseState.SOLVED, CaseState.OPEN);

        signIn.as("agent");
        assertThat(proofs.remove(proof(told, ProofKind.OTHER))).isInstanceOf(Held.class);
        assertThat(proofs.remove(proof(told, ProofKind.RECEIPT))).isInstanceOf(Held.class);
    }

    @Test
    void that_the_serial_can_be_read_may_still_be_added_and_new_pictures_come_beside() {
        TestCase told = requests.told(cards.active(50_000));
        requests.accept(told, ProofKind.FRONT);
        ReplacementRequest request = done(replacements.refer(told.id(), "Please look", key()), RequestState.PENDING);
        decide(request, new Decision.Return("Which serial?"), RequestState.RETURNED);
        signIn.as("agent");
        Proof front = proof(told, ProofKind.FRONT);

        assertThat(proofs.accept(front, true)).isInstanceOf(Done.class);
        Proof seen = proof(told, ProofKind.FRONT);
        assertThat(seen.showsSerial()).isTrue();
        assertThat(proofs.accept(seen, false)).isInstanceOf(Held.class);
        requests.accept(told, ProofKind.RECEIPT);
        assertThat(proofs.refuse(proof(told, ProofKind.RECEIPT), "cut off")).isInstanceOf(Done.class);
        assertThat(proofs.remove(proof(told, ProofKind.RECEIPT))).isInstanceOf(Done.class);
    }

    @Test
    void a_mark_that_was_there_stays_and_later_ones_can_be_taken_back() {
        TestCase due = requests.due(50_000);
        UUID front = proof(due, ProofKind.FRONT).id();
        Marking.Done before = (Marking.Done) proofs.mark(front, 1, AREA, "the date");
        clock.forward(Duration.ofSeconds(1));
        done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        clock.forward(Duration.ofSeconds(1));
        Marking.Done after = (Marking.Done) proofs.mark(front, 1, AREA, "the shop");

        assertThat(proofs.unmark(before.mark().id())).isInstanceOf(Marking.Held.class);
        assertThat(proofs.unmark(after.mark().id())).isInstanceOf(Marking.Done.class);
    }

    @Test
    void removed_before_the_request_it_does_not_count_and_put_back_it_does() {
        TestCase due = requests.due(30_000);
        Proof front = proof(due, ProofKind.FRONT);
        assertThat(proofs.remove(front)).isInstanceOf(Done.class);
        assertThat(replacements.request(due.confirmed(), key())).isInstanceOf(Handled.Refused.class);

        assertThat(proofs.putBack(front.id())).isInstanceOf(PuttingBack.Done.class);
        assertThat(cases.dossier(due.id()).verdict().outcome()).isEqualTo(Outcome.REPLACE);
    }

    @Test
    void of_a_request_and_a_removal_at_the_same_moment_one_alone_is_done() throws Exception {
        for (int round = 0; round < 6; round++) {
            TestCase due = requests.due(1_000 + round);
            cards.stock(due.card(), 1);
            Proof front = proof(due, ProofKind.FRONT);
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService people = Executors.newFixedThreadPool(2)) {
                Future<Handled> asked =
                        people.submit(asNow(together, () -> replacements.request(due.confirmed(), key())));
                Future<app.carddesk.evidence.Decision> removed =
                        people.submit(asNow(together, () -> proofs.remove(front)));

                boolean issued = asked.get() instanceof Handled.Done;
                assertThat(removed.get() instanceof Done).isNotEqualTo(issued);
                assertThat(proofs.of(due.id())).hasSize(issued ? 3 : 2);
            }
        }
    }

    @Test
    void the_database_itself_lets_nobody_touch_them() {
        TestCase due = requests.due(50_000);
        done(replacements.request(due.confirmed(), key()), RequestState.PENDING);
        UUID front = proof(due, ProofKind.FRONT).id();
        for (String wrong : List.of(
                "delete from proof where id = :id",
                "update proof set removed_at = added_at, removed_by = added_by where id = :id",
                "update proof set kind = 'OTHER' where id = :id",
                "update proof set revision = revision + 1 where id = :id",
                "update proof set held = false where id = :id",
                "delete from proof_decision where proof = :id",
                "update proof_decision set state = 'REFUSED', reason = 'no', serial_seen = null, seen_by = null,"
                        + " seen_at = null where proof = :id",
                "update proof_decision set for_serial = 'GCA0' where proof = :id")) {
            assertThatThrownBy(() -> jdbc.sql(wrong).param("id", front).update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void assertHeld(TestCase of, ReplacementRequest by) {
        Held held = new Held(by.number().toString());
        List<Proof> before = proofs.of(of.id());
        for (Proof proof : before) {
            assertThat(proof.heldFor()).isNotNull();
            assertThat(proofs.remove(proof)).isInstanceOf(Held.class);
            assertThat(proofs.remove(proof.id())).isInstanceOf(Held.class);
            assertThat(proofs.refuse(proof, "no longer wanted")).isInstanceOf(Held.class);
            assertThat(proofs.move(proof, ProofKind.OTHER)).isInstanceOf(Held.class);
            assertThat(proofs.cover(proof.id(), 1, AREA)).isInstanceOf(Covering.Held.class);
        }
        assertThat(proofs.accept(proof(of, ProofKind.BACK), false))
                .isIn(held, new Held(before.getFirst().heldFor()));
        assertThat(proofs.declareUnobtainable(of.id(), ProofKind.FRONT, "not to be had"))
                .isInstanceOf(Held.class);
        assertThat(proofs.declareUnobtainable(of.id(), ProofKind.SERIAL, "not to be had"))
                .isInstanceOf(Held.class);
        assertThat(proofs.of(of.id())).isEqualTo(before);
    }

    private ReplacementRequest decide(ReplacementRequest request, Decision decision, RequestState then) {
        signIn.as("supervisor");
        return done(replacements.decide(request.id(), request.version(), decision, key()), then);
    }

    private static <T> Callable<T> asNow(CyclicBarrier together, Callable<T> act) {
        SecurityContext person = SecurityContextHolder.getContext();
        return () -> {
            SecurityContextHolder.setContext(person);
            together.await();
            return act.call();
        };
    }

    private Proof proof(TestCase of, ProofKind kind) {
        return proofs.of(of.id()).stream()
                .filter(proof -> proof.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ReplacementRequest done(Handled handled, RequestState then) {
        assertThat(handled)
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.reached()).isEqualTo(then));
        return ((Handled.Done) handled).request();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
