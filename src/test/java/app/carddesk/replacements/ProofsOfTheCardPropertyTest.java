package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Change;
import app.carddesk.evidence.Decision.Done;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.ProofKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * In whatever order people accept and refuse proofs, put other cards on a case, remove and put back, ask and decide: what
 * is issued stands on proofs that somebody accepted while the case was about that very card. A history kept beside the
 * product says what was accepted for what.
 */
@CarddeskTest
@Tag("database")
class ProofsOfTheCardPropertyTest {

    private static final List<ProofKind> NEEDED = List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT);

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseWork work;

    @Autowired
    private Proofs proofs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    /** What people can do, in the words of the desk. */
    enum Act {
        ACCEPT_ALL,
        ACCEPT_FRONT,
        ACCEPT_BACK_WITHOUT_SERIAL,
        REFUSE_BACK,
        SHOW_RECEIPT_AS_OTHER,
        FIRST_CARD,
        SECOND_CARD,
        NO_CARD,
        REMOVE_RECEIPT,
        PUT_RECEIPT_BACK,
        REQUEST,
        WITHDRAW,
        RETURN,
        ANSWER,
        APPROVE,
        REFUSE,
        CLOSE,
        REOPEN
    }

    @BeforeProperty
    void application() throws Exception {
        new CarddeskTest.Database().prepare();
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @AfterTry
    void signOut() {
        signIn.out();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Arbitraries.frequency(
                        Tuple.of(6, Act.ACCEPT_ALL),
                        Tuple.of(2, Act.ACCEPT_FRONT),
                        Tuple.of(1, Act.ACCEPT_BACK_WITHOUT_SERIAL),
                        Tuple.of(1, Act.REFUSE_BACK),
                        Tuple.of(1, Act.SHOW_RECEIPT_AS_OTHER),
                        Tuple.of(3, Act.FIRST_CARD),
                        Tuple.of(5, Act.SECOND_CARD),
                        Tuple.of(1, Act.NO_CARD),
                        Tuple.of(1, Act.REMOVE_RECEIPT),
                        Tuple.of(2, Act.PUT_RECEIPT_BACK),
                        Tuple.of(6, Act.REQUEST),
                        Tuple.of(1, Act.WITHDRAW),
                        Tuple.of(1, Act.RETURN),
                        Tuple.of(1, Act.ANSWER),
                        Tuple.of(2, Act.APPROVE),
                        Tuple.of(1, Act.REFUSE),
                        Tuple.of(1, Act.CLOSE),
                        Tuple.of(2, Act.REOPEN))
                .list()
                .ofMinSize(6)
                .ofMaxSize(18);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void nothing_is_issued_on_a_proof_that_was_accepted_for_another_card(@ForAll("acts") List<Act> acts) {
        History history = new History(false);
        acts.forEach(history::act);
        Statistics.collect(history.issued.isEmpty() ? "nothing issued" : "issued");
    }

    @Example
    void that_both_cards_can_be_issued_for_once_each_was_looked_at() {
        History history = new History(false);
        List.of(Act.SECOND_CARD, Act.REQUEST, Act.ACCEPT_ALL, Act.REQUEST, Act.REOPEN, Act.FIRST_CARD, Act.REQUEST)
                .forEach(history::act);
        List.of(Act.APPROVE).forEach(history::act);
        assertThat(history.issued).containsExactlyInAnyOrder(history.second.serial(), history.first.serial());
    }

    @Example
    void an_acceptance_that_followed_the_case_to_another_card_would_be_found() {
        History history = new History(true);
        history.act(Act.SECOND_CARD);
        assertThatThrownBy(() -> history.act(Act.REQUEST))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("accepted for");
    }

    /** That a kind was accepted for a serial, or, with {@code serial} as the kind, that the serial was seen. */
    private record Accepted(UUID proof, Serial serial, boolean seen) {}

    /** One case with two cards, and what was really accepted on it. */
    private final class History {

        /** Whether acceptances follow the case to another card, as they once did. */
        private final boolean faulty;

        private final TestCase on;
        private final Card first;
        private final Card second;
        private final UUID receipt;
        private final Set<Accepted> accepted = new HashSet<>();
        private final List<Serial> issued = new ArrayList<>();

        History(boolean faulty) {
            this.faulty = faulty;
            this.first = cards.active(50_000);
            this.second = cards.active(20_000);
            this.on = requests.due(first);
            cards.stock(first, 1);
            cards.stock(second, 1);
            proofs.of(on.id())
                    .forEach(proof ->
                            accepted.add(new Accepted(proof.id(), first.serial(), proof.kind() == ProofKind.BACK)));
            this.receipt = given(ProofKind.RECEIPT);
        }

        void act(Act act) {
            signIn.as("agent");
            switch (act) {
                case ACCEPT_ALL -> proofs.of(on.id()).forEach(proof -> accept(proof, proof.kind() == ProofKind.BACK));
                case ACCEPT_FRONT -> of(ProofKind.FRONT).forEach(proof -> accept(proof, false));
                case ACCEPT_BACK_WITHOUT_SERIAL -> of(ProofKind.BACK).forEach(proof -> accept(proof, false));
                case REFUSE_BACK -> of(ProofKind.BACK).forEach(this::refuse);
                case SHOW_RECEIPT_AS_OTHER ->
                    of(ProofKind.RECEIPT).forEach(proof -> {
                        if (proofs.move(proof, ProofKind.OTHER) instanceof Done) {
                            accepted.removeIf(was -> was.proof().equals(proof.id()));
                        }
                    });
                case FIRST_CARD -> change(first.serial());
                case SECOND_CARD -> change(second.serial());
                case NO_CARD -> change(null);
                case REMOVE_RECEIPT -> proofs.remove(receipt);
                case PUT_RECEIPT_BACK -> {
                    proofs.putBack(receipt);
                    proofs.of(on.id()).stream()
                            .filter(proof -> proof.kind() == ProofKind.OTHER)
                            .forEach(proof -> proofs.move(proof, ProofKind.RECEIPT));
                }
                case REQUEST -> request();
                case WITHDRAW -> live(request -> replacements.withdraw(request.id(), key()));
                case ANSWER -> live(request -> replacements.answer(request.id(), "As before", key()));
                case RETURN -> decide(new Decision.Return("Is it so?"));
                case APPROVE -> decide(new Decision.Approve("Looked at"));
                case REFUSE -> decide(new Decision.Refuse("Not so"));
                case CLOSE -> work.move(on.id(), cases.get(on.id()).state(), CaseState.CLOSED_WITHOUT_SOLUTION);
                case REOPEN -> work.move(on.id(), cases.get(on.id()).state(), CaseState.OPEN);
            }
        }

        private void accept(Proof proof, boolean seen) {
            Serial now = serial();
            if (proofs.accept(proof, seen) instanceof Done && now != null) {
                accepted.removeIf(
                        was -> was.proof().equals(proof.id()) && was.serial().equals(now));
                accepted.add(new Accepted(proof.id(), now, seen));
            }
        }

        private void refuse(Proof proof) {
            Serial now = serial();
            if (proofs.refuse(proof, "cut off") instanceof Done && now != null) {
                accepted.removeIf(
                        was -> was.proof().equals(proof.id()) && was.serial().equals(now));
            }
        }

        private void change(@Nullable Serial to) {
            if (editing.changeCard(on.id(), serial(), to) instanceof Change.Changed && faulty) {
                jdbc.sql("""
                        update proof_decision set for_serial = :to, serial_seen = case when serial_seen is null then null else :to end
                        where proof in (select id from proof where owner = :owner)
                        """)
                        .param("to", to == null ? "" : to.value())
                        .param("owner", on.id())
                        .update();
            }
        }

        private void request() {
            Card card = cases.dossier(on.id()).card();
            if (card != null) {
                check(replacements.request(new Confirmed(on.id(), card.id(), card.balance()), key()));
            }
        }

        private void decide(Decision decision) {
            signIn.as("supervisor");
            live(request -> replacements.decide(request.id(), request.version(), decision, key()));
        }

        private void live(Function<ReplacementRequest, Handled> act) {
            replacements.ofCase(on.id()).stream()
                    .filter(request -> request.state().isOpen())
                    .findFirst()
                    .ifPresent(request -> check(act.apply(request)));
        }

        private void check(Handled handled) {
            if (handled instanceof Handled.Done(ReplacementRequest request, RequestState reached)
                    && reached == RequestState.ISSUED) {
                Serial serial = request.serial();
                for (ProofKind kind : NEEDED) {
                    assertThat(of(kind))
                            .as("%s accepted for %s", kind, serial)
                            .anyMatch(proof -> accepted.stream()
                                    .anyMatch(was -> was.proof().equals(proof.id())
                                            && was.serial().equals(serial)));
                }
                assertThat(accepted)
                        .as("serial seen for %s", serial)
                        .anyMatch(was -> was.seen() && was.serial().equals(serial));
                issued.add(serial);
            }
        }

        private @Nullable Serial serial() {
            return cases.read(on.number()).orElseThrow().serial();
        }

        private List<Proof> of(ProofKind kind) {
            return proofs.of(on.id()).stream()
                    .filter(proof -> proof.kind() == kind)
                    .toList();
        }

        private UUID given(ProofKind kind) {
            return of(kind).getFirst().id();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
