package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself, tried as the application's own user. */
@CarddeskTest
@Tag("database")
class LedgerTest {

    @Autowired
    Ledger ledger;

    @Autowired
    TestCards cards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void an_entry_between_accounts_of_different_units_is_refused() {
        Card kroner = cards.active(100);
        Card code = cards.code(java.time.LocalDate.of(2099, 1, 1));

        assertThatThrownBy(() -> entry(kroner.id(), code.id(), "DKK", 1))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(kroner.id(), code.id(), code.faceValue().unit(), 1))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_entry_moves_something_between_two_accounts() {
        Card one = cards.active(100);
        Card other = cards.active(100);

        assertThatThrownBy(() -> entry(one.id(), other.id(), "DKK", 0))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(one.id(), other.id(), "DKK", -5))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(one.id(), one.id(), "DKK", 5))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> entry(one.id(), UUID.randomUUID(), "DKK", 5))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void posted_entries_and_histories_are_never_changed() {
        Card card = cards.active(100);

        for (String attempt : new String[] {
            "update ledger_entry set amount = amount + 1 where credit = :card",
            "delete from ledger_entry where credit = :card",
            "update card_change set to_state = 'VOIDED' where card_id = :card",
            "delete from card_change where card_id = :card"
        }) {
            assertThatThrownBy(() -> jdbc.sql(attempt).param("card", card.id()).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("truncate table ledger_entry").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_balance_is_never_negative() {
        Card card = cards.active(100);

        assertThatThrownBy(() -> jdbc.sql("update ledger_account set balance = -1 where card_id = :card")
                        .param("card", card.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> cards.spend(card, 101)).isInstanceOf(IllegalStateException.class);
        assertThat(cards.reload(card).balance()).isEqualTo(Money.ofMinor(100, "DKK"));
    }

    @Test
    void a_replaced_card_has_a_replacement_and_nobody_elses_one() {
        Card replaced = cards.card(CardState.REPLACED, 100);
        Card other = cards.active(100);

        assertThatThrownBy(() -> jdbc.sql("update card set state = 'REPLACED' where id = :id")
                        .param("id", other.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update card set state = 'REPLACED', replaced_by ="
                                + " (select replaced_by from card where id = :replaced) where id = :id")
                        .param("replaced", replaced.id())
                        .param("id", other.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update card set state = 'ACTIVE' where id = :id")
                        .param("id", replaced.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_serial_is_registered_once_and_never_begins_with_x() {
        Card card = cards.active(100);

        assertThatThrownBy(() -> jdbc.sql("update card set serial = :serial where id = :id")
                        .param("serial", cards.active(100).serial().value())
                        .param("id", card.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update card set serial = 'XAAA' where id = :id")
                        .param("id", card.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void reconciliation_finds_a_balance_that_is_not_the_sum_of_its_entries() {
        Card card = cards.active(100);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update ledger_account set balance = 99 where card_id = :card")
                    .param("card", card.id())
                    .update();
            assertThat(ledger.differences()).contains(new Ledger.Difference(card.id(), 99, 100));
            status.setRollbackOnly();
        });
        assertThat(ledger.differences()).isEmpty();
    }

    private void entry(UUID debit, UUID credit, String unit, long amount) {
        jdbc.sql("""
                insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor)
                values (:id, :at, :at, :debit, :credit, :unit, :amount, 'SPENDING', :id)
                """)
                .param("id", UUID.randomUUID())
                .param("at", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .param("debit", debit)
                .param("credit", credit)
                .param("unit", unit)
                .param("amount", amount)
                .update();
    }
}
