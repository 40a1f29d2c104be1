package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.Change;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proof.State;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A proof counts for the card it was accepted for, and for no other that is put on the case. */
@CarddeskTest
@Tag("database")
class ProofsOfTheCardTest {

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
    private Proofs proofs;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void another_card_on_the_case_is_not_replaced_on_the_first_ones_proofs() {
        TestCase due = requests.due(30_000);
        Card other = cards.active(20_000);
        cards.stock(other, 1);

        change(due, due.card().serial(), other.serial());

        assertThat(outcome(due)).isEqualTo(Outcome.NEEDS_EVIDENCE);
        assertThat(proofs.of(due.id())).allSatisfy(proof -> {
            assertThat(proof.state()).isEqualTo(State.NEW);
            assertThat(proof.serialSeen()).isNull();
            assertThat(proof.acceptedBefore()).isEqualTo(due.card().serial().value());
        });
        assertThat(replacements.request(new Confirmed(due.id(), other.id(), other.balance()), key()))
                .isInstanceOfSatisfying(
                        Handled.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(Refusal.VerdictChanged.class));
        assertThat(cards.reload(other).state()).isEqualTo(CardState.ACTIVE);
    }

    @Test
    void looked_at_again_they_count_for_the_card_that_is_there_now() {
        TestCase due = requests.due(30_000);
        Card other = cards.active(20_000);
        cards.stock(other, 1);
        change(due, due.card().serial(), other.serial());

        proofs.of(due.id()).forEach(proof -> proofs.accept(proof, proof.kind() == ProofKind.BACK));

        Proof back = proof(due, ProofKind.BACK);
        assertThat(back.serialSeen().serial()).isEqualTo(other.serial().value());
        assertThat(back.serialSeen().by()).isEqualTo(DemoPeople.AGENT);
        assertThat(back.acceptedBefore()).isNull();
        assertThat(replacements.request(new Confirmed(due.id(), other.id(), other.balance()), key()))
                .isInstanceOfSatisfying(
                        Handled.Done.class, done -> assertThat(done.reached()).isEqualTo(RequestState.ISSUED));
    }

    @Test
    void the_first_card_back_finds_what_was_decided_for_it() {
        TestCase due = requests.due(30_000);
        List<Proof> before = proofs.of(due.id());
        Card other = cards.active(20_000);
        change(due, due.card().serial(), other.serial());
        proofs.refuse(proof(due, ProofKind.FRONT), "another serial stands on it");
        assertThat(proof(due, ProofKind.FRONT).acceptedBefore()).isNull();

        change(due, other.serial(), due.card().serial());

        assertThat(proofs.of(due.id())).isEqualTo(before);
        assertThat(outcome(due)).isEqualTo(Outcome.REPLACE);

        change(due, due.card().serial(), other.serial());
        assertThat(proof(due, ProofKind.FRONT).reason()).isEqualTo("another serial stands on it");
    }

    @Test
    void what_was_accepted_before_the_case_had_a_card_is_looked_at_again() {
        TestCase due = requests.due(30_000);
        change(due, due.card().serial(), null);
        proofs.of(due.id()).forEach(proof -> proofs.accept(proof, true));
        assertThat(proofs.of(due.id())).allMatch(proof -> proof.state() == State.ACCEPTED && !proof.showsSerial());
        Card other = cards.active(20_000);

        change(due, null, other.serial());

        assertThat(proofs.of(due.id())).allMatch(proof -> proof.state() == State.NEW);
        assertThat(outcome(due)).isEqualTo(Outcome.NEEDS_EVIDENCE);
    }

    @Test
    void whoever_still_sees_the_first_card_accepts_nothing_for_the_second() {
        TestCase due = requests.told(cards.active(30_000));
        requests.accept(due, ProofKind.FRONT);
        Proof seen = proof(due, ProofKind.FRONT);
        Card other = cards.active(20_000);
        change(due, due.card().serial(), other.serial());

        assertThat(proofs.accept(seen, true)).isInstanceOf(app.carddesk.evidence.Decision.Stale.class);
        assertThat(proof(due, ProofKind.FRONT).state()).isEqualTo(State.NEW);
    }

    @Test
    void that_a_proof_cannot_be_had_is_said_of_one_card() {
        TestCase told = requests.told(cards.active(30_000));
        Card other = cards.active(20_000);
        proofs.declareUnobtainable(told.id(), ProofKind.RECEIPT, "thrown away");

        change(told, told.card().serial(), other.serial());

        assertThat(proofs.of(told.id())).isEmpty();
        proofs.declareUnobtainable(told.id(), ProofKind.RECEIPT, "a present");
        assertThat(proof(told, ProofKind.RECEIPT).reason()).isEqualTo("a present");
        change(told, other.serial(), told.card().serial());
        assertThat(proof(told, ProofKind.RECEIPT).reason()).isEqualTo("thrown away");
    }

    @Test
    void a_request_that_waits_is_not_granted_for_another_card_nor_on_its_proofs() {
        TestCase due = requests.due(50_000);
        Card other = cards.active(50_000);
        cards.stock(due.card(), 2);
        ReplacementRequest pending = done(replacements.request(due.confirmed(), key()));
        change(due, due.card().serial(), other.serial());

        signIn.as("supervisor");
        Handled decided =
                replacements.decide(pending.id(), pending.version(), new Decision.Approve("as it stands"), key());

        assertThat(decided).isInstanceOf(Handled.Refused.class);
        assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.ACTIVE);
        assertThat(cards.reload(other).state()).isEqualTo(CardState.ACTIVE);
    }

    private void change(TestCase of, @Nullable Serial from, @Nullable Serial to) {
        assertThat(editing.changeCard(of.id(), from, to)).isInstanceOf(Change.Changed.class);
    }

    private Outcome outcome(TestCase of) {
        return cases.dossier(of.id()).verdict().outcome();
    }

    private Proof proof(TestCase of, ProofKind kind) {
        return proofs.of(of.id()).stream()
                .filter(proof -> proof.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ReplacementRequest done(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
