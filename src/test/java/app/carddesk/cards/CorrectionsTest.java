package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.proof.AtOnce;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Two supervisors put right what stands on a card; what was posted before stays as it is. */
@CarddeskTest
@Tag("database")
class CorrectionsTest {

    private static final String WORDS = "The till at the shop booked it twice.";

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestCards cards;

    @Autowired
    private Journal journal;

    @Autowired
    private CardHistory history;

    @Autowired
    private Ledger ledger;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void asSupervisor() {
        signIn.as("supervisor");
    }

    @AfterEach
    void signOut() {
        assertThat(ledger.differences()).isEmpty();
        signIn.out();
    }

    @Test
    void a_balance_is_corrected_by_a_new_entry_once_a_second_supervisor_confirms() {
        Card card = cards.spend(cards.active(50_000), 20_000);

        Correction asked = asked(balance(card, 40_000));
        assertThat(cards.reload(card).balance()).isEqualTo(kroner(30_000));
        signIn.as("admin");
        Correction confirmed = done(corrections.confirm(asked.id(), key()), CorrectionState.CONFIRMED);

        assertThat(cards.reload(card).balance()).isEqualTo(kroner(40_000));
        assertThat(confirmed.closing().by()).isEqualTo(DemoPeople.ADMIN);
        assertThat(journal.of(card.id()))
                .extracting(Journal.Entry::kind)
                .containsExactly(EntryKind.ACTIVATION, EntryKind.SPENDING, EntryKind.CORRECTION);
        Journal.Entry entry = journal.of(card.id()).getLast();
        assertThat(entry.amount()).isEqualTo(kroner(10_000));
        assertThat(entry.in()).isTrue();
        assertThat(entry.correction())
                .isEqualTo(new Journal.Corrected(
                        CorrectionReason.CHARGED_TWICE, WORDS, DemoPeople.SUPERVISOR, DemoPeople.ADMIN));
        assertThat(audited(card)).containsExactly("correction.asked", "correction.confirmed");
    }

    @Test
    void a_balance_is_corrected_downwards_to_nothing_at_most() {
        Card card = cards.active(50_000);

        confirm(asked(balance(card, 0)));

        assertThat(cards.reload(card).balance().isNothing()).isTrue();
        assertThat(journal.of(card.id()).getLast().in()).isFalse();
    }

    @Test
    void the_activation_of_an_unactivated_card_is_booked_at_its_face_value() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 30_000);

        confirm(asked(new CorrectionWish.Activation(card.id(), card.balance())));

        Card after = cards.reload(card);
        assertThat(after.state()).isEqualTo(CardState.ACTIVE);
        assertThat(after.balance()).isEqualTo(kroner(30_000));
        assertThat(after.activatedAt()).isNotNull();
        assertThat(history.of(card.id()).getLast())
                .satisfies(change -> assertThat(change.reason()).isEqualTo("CORRECTION"))
                .satisfies(change -> assertThat(change.to()).isEqualTo(CardState.ACTIVE));
        assertThat(journal.of(card.id()).getLast().correction()).isNotNull();
    }

    @Test
    void what_was_spent_is_taken_back_by_its_opposite_and_only_once() {
        Card card = cards.spend(cards.active(50_000), 20_000);
        Journal.Entry spent = journal.of(card.id()).getLast();

        confirm(asked(new CorrectionWish.Reversal(card.id(), kroner(30_000), spent.id())));

        assertThat(cards.reload(card).balance()).isEqualTo(kroner(50_000));
        assertThat(journal.of(card.id()).getLast().kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(journal.of(card.id()).get(1).reversed()).isTrue();
        signIn.as("supervisor");
        assertThat(refusal(ask(new CorrectionWish.Reversal(card.id(), kroner(50_000), spent.id()))))
                .isEqualTo(new CorrectionRefusal.NotReversible());
    }

    @Test
    void a_linking_taken_back_makes_the_card_active_again() {
        Card card = cards.card(CardState.LINKED, 30_000);
        Journal.Entry linked = journal.of(card.id()).getLast();

        confirm(asked(new CorrectionWish.Reversal(card.id(), card.balance(), linked.id())));

        assertThat(cards.reload(card).state()).isEqualTo(CardState.ACTIVE);
        assertThat(cards.reload(card).balance()).isEqualTo(kroner(30_000));
    }

    @Test
    void activations_replacements_and_other_cards_entries_are_not_taken_back() {
        Card card = cards.active(50_000);
        Card other = cards.spend(cards.active(50_000), 10_000);
        UUID activation = journal.of(card.id()).getFirst().id();
        UUID elsewhere = journal.of(other.id()).getLast().id();

        for (UUID entry : List.of(activation, elsewhere, UUID.randomUUID())) {
            assertThat(refusal(ask(new CorrectionWish.Reversal(card.id(), card.balance(), entry))))
                    .isEqualTo(new CorrectionRefusal.NotReversible());
        }
    }

    @Test
    void a_correction_whose_money_is_gone_is_not_taken_back() {
        Card card = cards.spend(cards.active(50_000), 50_000);
        confirm(asked(new CorrectionWish.Balance(card.id(), kroner(0), kroner(20_000))));
        UUID entry = journal.of(card.id()).getLast().id();
        cards.spend(card, 15_000);
        signIn.as("supervisor");

        assertThat(refusal(ask(new CorrectionWish.Reversal(card.id(), kroner(5_000), entry))))
                .isEqualTo(new CorrectionRefusal.NotCovered(kroner(5_000)));
    }

    @Test
    void nobody_confirms_or_refuses_their_own_whatever_their_roles() {
        signIn.as("admin");
        Correction asked = asked(balance(cards.active(50_000), 10_000));

        assertThat(refusal(corrections.confirm(asked.id(), key()))).isEqualTo(new CorrectionRefusal.OwnCorrection());
        assertThat(refusal(corrections.refuse(asked.id(), "No.", key())))
                .isEqualTo(new CorrectionRefusal.OwnCorrection());
    }

    @Test
    void agents_neither_ask_nor_confirm() {
        Card card = cards.active(50_000);
        Correction asked = asked(balance(card, 10_000));
        signIn.as("agent");

        assertThatThrownBy(() -> ask(balance(card, 20_000))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> corrections.confirm(asked.id(), key())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothing_is_carried_out_on_a_card_that_changed_meanwhile() {
        Card spent = cards.active(50_000);
        Correction onSpent = asked(balance(spent, 40_000));
        Card replaced = cards.active(50_000);
        Correction onVoided = asked(balance(replaced, 40_000));
        Card activated = cards.card(CardState.NOT_ACTIVATED, 10_000);
        Correction onActivated = asked(new CorrectionWish.Activation(activated.id(), activated.balance()));
        cards.spend(spent, 1);
        cards.link(replaced);
        cards.activate(activated);
        signIn.as("admin");

        assertThat(refusal(corrections.confirm(onSpent.id(), key())))
                .isEqualTo(new CorrectionRefusal.BalanceChanged(kroner(49_999)));
        assertThat(refusal(corrections.confirm(onVoided.id(), key())))
                .isEqualTo(new CorrectionRefusal.NotInState(CardState.LINKED));
        assertThat(refusal(corrections.confirm(onActivated.id(), key())))
                .isEqualTo(new CorrectionRefusal.NotInState(CardState.ACTIVE));
        assertThat(cards.reload(activated).balance()).isEqualTo(kroner(10_000));
    }

    @Test
    void a_replaced_a_linked_and_an_unactivated_card_have_no_balance_to_correct() {
        for (CardState state : List.of(CardState.REPLACED, CardState.LINKED, CardState.NOT_ACTIVATED)) {
            assertThat(refusal(ask(balance(cards.card(state, 10_000), 5_000))))
                    .isEqualTo(new CorrectionRefusal.NotInState(state));
        }
        Card voided = cards.card(CardState.VOIDED, 10_000);
        confirm(asked(balance(voided, 5_000)));
        assertThat(cards.reload(voided).state()).isEqualTo(CardState.VOIDED);
        assertThat(cards.reload(voided).balance()).isEqualTo(kroner(5_000));
    }

    @Test
    void no_more_than_the_card_was_sold_for_and_only_in_its_own_unit() {
        Card card = cards.spend(cards.active(50_000), 10_000);
        Card code = cards.code(LocalDate.of(2099, 1, 1));

        assertThat(refusal(ask(balance(card, 50_001)))).isEqualTo(new CorrectionRefusal.AboveFaceValue(kroner(50_000)));
        assertThat(refusal(ask(balance(card, Long.MAX_VALUE))))
                .isEqualTo(new CorrectionRefusal.AboveFaceValue(kroner(50_000)));
        assertThat(refusal(ask(balance(card, 40_000)))).isEqualTo(new CorrectionRefusal.NothingToCorrect());
        assertThat(refusal(ask(new CorrectionWish.Balance(card.id(), card.balance(), Money.ofMinor(1, "SEK")))))
                .isEqualTo(new CorrectionRefusal.NothingToCorrect());
        assertThat(refusal(ask(new CorrectionWish.Balance(
                        code.id(), code.balance(), Worth.of(2, code.balance().unit())))))
                .isEqualTo(new CorrectionRefusal.AboveFaceValue(code.faceValue()));
        assertThatThrownBy(() -> kroner(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_correction_of_a_card_waits_at_a_time() {
        Card card = cards.active(50_000);
        Correction first = asked(balance(card, 10_000));

        assertThat(refusal(ask(balance(card, 20_000)))).isEqualTo(new CorrectionRefusal.AlreadyAsked());
        done(corrections.withdraw(first.id(), key()), CorrectionState.WITHDRAWN);
        Correction second = asked(balance(card, 20_000));
        signIn.as("admin");
        assertThat(refusal(corrections.withdraw(second.id(), key()))).isEqualTo(new CorrectionRefusal.NotYours());
        Correction refused =
                done(corrections.refuse(second.id(), "The receipt says otherwise.", key()), CorrectionState.REFUSED);
        assertThat(refused.closing().words()).isEqualTo("The receipt says otherwise.");
        assertThat(refusal(corrections.confirm(second.id(), key())))
                .isEqualTo(new CorrectionRefusal.Over(CorrectionState.REFUSED));
        assertThat(cards.reload(card).balance()).isEqualTo(kroner(50_000));
    }

    @Test
    void words_are_needed_and_never_hold_a_redemption_code() {
        Card card = cards.active(50_000);

        assertThat(refusal(corrections.ask(balance(card, 1), CorrectionReason.BOOKING_ERROR, " ", key())))
                .isEqualTo(new CorrectionRefusal.UnfitWords(Words.Fault.MISSING));
        assertThat(refusal(corrections.ask(
                        balance(card, 1), CorrectionReason.BOOKING_ERROR, "Code XABCDEFGHJKLMNPQ", key())))
                .isEqualTo(new CorrectionRefusal.UnfitWords(Words.Fault.HOLDS_CODE));
        assertThat(corrections.of(card.id())).isEmpty();
    }

    @Test
    void a_key_gets_the_same_answer_again_and_none_for_anything_else() {
        Card card = cards.active(50_000);
        String key = key();
        Correction first = done(
                corrections.ask(balance(card, 10_000), CorrectionReason.CHARGED_TWICE, WORDS, key),
                CorrectionState.ASKED);

        assertThat(done(
                        corrections.ask(balance(card, 10_000), CorrectionReason.CHARGED_TWICE, WORDS, key),
                        CorrectionState.ASKED))
                .isEqualTo(first);
        assertThat(refusal(corrections.ask(balance(card, 20_000), CorrectionReason.CHARGED_TWICE, WORDS, key)))
                .isEqualTo(new CorrectionRefusal.KeyReused());
        assertThat(refusal(corrections.ask(
                        balance(card, 20_000), CorrectionReason.CHARGED_TWICE, WORDS, "k".repeat(1000))))
                .isEqualTo(new CorrectionRefusal.KeyUnfit());
        assertThat(corrections.of(card.id())).hasSize(1);
    }

    @Test
    void two_hundred_confirmations_book_once() throws Exception {
        Card card = cards.active(50_000);
        Correction asked = asked(balance(card, 10_000));

        List<Object> results = new AtOnce(signIn)
                .add(200, "admin", () -> corrections.confirm(asked.id(), key()))
                .go();

        assertThat(results).filteredOn(Correcting.Done.class::isInstance).hasSize(1);
        assertThat(cards.reload(card).balance()).isEqualTo(kroner(10_000));
        assertThat(journal.of(card.id())).hasSize(2);
    }

    @Test
    void the_database_refuses_one_person_a_second_waiting_one_and_an_entry_with_nobody_behind_it() {
        Card card = cards.active(50_000);
        Correction asked = asked(balance(card, 10_000));

        assertThatThrownBy(() -> confirmation(asked.id(), DemoPeople.SUPERVISOR, DemoPeople.SUPERVISOR))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> confirmation(asked.id(), DemoPeople.AGENT, DemoPeople.SUPERVISOR))
                .as("one that lies about who asked")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> close(asked.id(), "CONFIRMED", DemoPeople.SUPERVISOR))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> close(asked.id(), "WITHDRAWN", DemoPeople.ADMIN))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update card_correction set live_card = null where id = :id")
                        .param("id", asked.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(card.id(), "CORRECTION", null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(card.id(), "REVERSAL", asked.id()))
                .as("not confirmed by anybody")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_second_person_is_never_changed_afterwards() {
        Correction asked = asked(balance(cards.active(50_000), 10_000));
        confirm(asked);

        for (String attempt : List.of(
                "update card_correction_confirmation set confirmed_by = asked_by",
                "delete from card_correction_confirmation",
                "truncate table card_correction_confirmation")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).as(attempt).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("update card_correction set asked_by = :by where id = :id")
                        .param("by", DemoPeople.AGENT)
                        .param("id", asked.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private CorrectionWish balance(Card card, long after) {
        return new CorrectionWish.Balance(card.id(), card.balance(), kroner(after));
    }

    private Correcting ask(CorrectionWish wish) {
        return corrections.ask(wish, CorrectionReason.CHARGED_TWICE, WORDS, key());
    }

    private Correction asked(CorrectionWish wish) {
        return done(ask(wish), CorrectionState.ASKED);
    }

    private void confirm(Correction asked) {
        signIn.as("admin");
        done(corrections.confirm(asked.id(), key()), CorrectionState.CONFIRMED);
        signIn.as("supervisor");
    }

    private static Correction done(Correcting came, CorrectionState reached) {
        assertThat(came).isInstanceOf(Correcting.Done.class);
        assertThat(((Correcting.Done) came).reached()).isEqualTo(reached);
        return ((Correcting.Done) came).correction();
    }

    private static CorrectionRefusal refusal(Correcting came) {
        assertThat(came).isInstanceOf(Correcting.Refused.class);
        return ((Correcting.Refused) came).why();
    }

    private List<String> audited(Card card) {
        return jdbc.sql(
                        "select act from audit_event where subject_id = :card and act like 'correction.%' order by at, id")
                .param("card", card.id())
                .query(String.class)
                .list();
    }

    private void confirmation(UUID correction, UUID askedBy, UUID confirmedBy) {
        jdbc.sql("insert into card_correction_confirmation (correction_id, asked_by, confirmed_by, confirmed_at)"
                        + " values (:id, :asked, :confirmed, :at)")
                .param("id", correction)
                .param("asked", askedBy)
                .param("confirmed", confirmedBy)
                .param("at", now())
                .update();
    }

    private void close(UUID correction, String state, UUID by) {
        jdbc.sql("update card_correction set state = :state, closed_by = :by, closed_at = :at, live_card = null"
                        + " where id = :id")
                .param("state", state)
                .param("by", by)
                .param("at", now())
                .param("id", correction)
                .update();
    }

    private void entry(UUID card, String kind, UUID correction) {
        jdbc.sql("insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor, correction)"
                        + " values (:id, :at, :at, :debit, :card, 'DKK', 1, :kind, :id, :correction)")
                .param("id", UUID.randomUUID())
                .param("at", now())
                .param("debit", Ledger.Side.ISSUER.account("DKK"))
                .param("card", card)
                .param("kind", kind)
                .param("correction", correction)
                .update();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static Money kroner(long ore) {
        return Money.ofMinor(ore, "DKK");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
