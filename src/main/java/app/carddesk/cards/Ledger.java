package app.carddesk.cards;

import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Worth;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger. An entry is a transfer from the debited to the credited account, in whole units of the one unit both
 * accounts have; the database refuses anything else. The issuer's accounts give at activation; those for spending and
 * linking take; corrections go either way. A card's account carries the card's identifier.
 *
 * <p>Every method is part of the caller's transaction, which holds the rows of the cards it moves money between.
 */
@Component
class Ledger {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Ids ids;
    private final Clock clock;

    Ledger(JdbcClient jdbc, JdbcTemplate template, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account on the other side of a card's entries, one for each unit. */
    enum Side {
        ISSUER,
        SPENT,
        LINKED,
        CORRECTION;

        /** Always the same for a unit, so that nobody has to look it up and two who create it mean the same row. */
        UUID account(String unit) {
            return UUID.nameUUIDFromBytes(key(unit).getBytes(StandardCharsets.UTF_8));
        }

        private String key(String unit) {
            return name() + ":" + unit;
        }
    }

    /**
     * @param at when it happened, which for imported cards may lie before the booking
     * @param reference what it belongs to, for example a request
     */
    record Occasion(Instant at, UUID actor, @Nullable UUID reference) {}

    /**
     * A transfer to be posted.
     *
     * @param correction the confirmed correction that it carries out, if it does
     */
    record Posting(
            UUID debit,
            UUID credit,
            Worth amount,
            EntryKind kind,
            Occasion occasion,
            @Nullable UUID correction) {

        Posting(UUID debit, UUID credit, Worth amount, EntryKind kind, Occasion occasion) {
            this(debit, credit, amount, kind, occasion, null);
        }
    }

    /** The account of a card that is being registered, with the balance its first postings add up to. */
    record Opening(UUID card, String unit, long balance) {}

    /** A card whose repeated balance is not the sum of its entries. */
    record Difference(UUID card, long cached, long posted) {}

    void open(List<Opening> openings) {
        template.batchUpdate(
                "insert into ledger_account (id, unit, kind, card_id, balance) values (?, ?, 'CARD', ?, ?)",
                openings,
                Math.max(1, openings.size()),
                (statement, opening) -> {
                    statement.setObject(1, opening.card());
                    statement.setString(2, opening.unit());
                    statement.setObject(3, opening.card());
                    statement.setLong(4, opening.balance());
                });
    }

    void activate(UUID card, Worth faceValue, Occasion occasion) {
        ensureSides(List.of(faceValue.unit()));
        post(new Posting(Side.ISSUER.account(faceValue.unit()), card, faceValue, EntryKind.ACTIVATION, occasion));
        credit(card, faceValue);
    }

    void spend(UUID card, Worth amount, Occasion occasion) {
        ensureSides(List.of(amount.unit()));
        debit(card, amount);
        post(new Posting(card, Side.SPENT.account(amount.unit()), amount, EntryKind.SPENDING, occasion));
    }

    void link(UUID card, Worth balance, Occasion occasion) {
        ensureSides(List.of(balance.unit()));
        debit(card, balance);
        post(new Posting(card, Side.LINKED.account(balance.unit()), balance, EntryKind.LINKING, occasion));
    }

    /** Moves the unused balance of a card to the one that replaces it. */
    void replace(UUID card, UUID replacement, Worth balance, Occasion occasion) {
        debit(card, balance);
        post(new Posting(card, replacement, balance, EntryKind.REPLACEMENT, occasion));
        credit(replacement, balance);
    }

    /**
     * Carries out a correction that two people stand behind: the card's balance becomes another.
     *
     * @param other the account on the other side, of the same unit
     */
    void correct(UUID correction, UUID card, Worth before, Worth after, UUID other, EntryKind kind, Occasion occasion) {
        ensureSides(List.of(after.unit()));
        long difference = Math.subtractExact(after.quantity(), before.quantity());
        Worth amount = Worth.of(Math.abs(difference), after.unit());
        if (difference > 0) {
            post(new Posting(other, card, amount, kind, occasion, correction));
            credit(card, amount);
        } else {
            debit(card, amount);
            post(new Posting(card, other, amount, kind, occasion, correction));
        }
    }

    /** Creates the accounts on the other side for these units where they are missing; two at once do no harm. */
    void ensureSides(Iterable<String> units) {
        TreeSet<String> ordered = new TreeSet<>();
        units.forEach(ordered::add);
        for (String unit : ordered) {
            for (Side side : Side.values()) {
                UUID id = side.account(unit);
                boolean missing = jdbc.sql("select id from ledger_account where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .isEmpty();
                if (missing) {
                    jdbc.sql("""
                            insert into ledger_account (id, unit, kind, system_key)
                            values (:id, :unit, :kind, :key) on conflict do nothing
                            """)
                            .param("id", id)
                            .param("unit", unit)
                            .param("kind", side.name())
                            .param("key", side.key(unit))
                            .update();
                }
            }
        }
    }

    /** Writes entries whose balances the caller has accounted for, as at an import's {@link Opening}. */
    void post(List<Posting> postings) {
        template.batchUpdate("""
                insert into ledger_entry
                       (id, at, booked_at, debit, credit, unit, amount, kind, reference, actor, correction)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, postings, Math.max(1, postings.size()), (statement, posting) -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, Columns.time(posting.occasion().at()));
            statement.setObject(3, Columns.time(clock.instant()));
            statement.setObject(4, posting.debit());
            statement.setObject(5, posting.credit());
            statement.setString(6, posting.amount().unit());
            statement.setLong(7, posting.amount().quantity());
            statement.setString(8, posting.kind().name());
            statement.setObject(9, posting.occasion().reference(), Types.OTHER);
            statement.setObject(10, posting.occasion().actor());
            statement.setObject(11, posting.correction(), Types.OTHER);
        });
    }

    private void post(Posting posting) {
        post(List.of(posting));
    }

    private void credit(UUID card, Worth amount) {
        int changed = jdbc.sql("update ledger_account set balance = balance + :amount"
                        + " where card_id = :card and unit = :unit")
                .param("amount", amount.quantity())
                .param("card", card)
                .param("unit", amount.unit())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("No account in " + amount.unit() + " for the card " + card);
        }
    }

    private void debit(UUID card, Worth amount) {
        int changed = jdbc.sql("update ledger_account set balance = balance - :amount"
                        + " where card_id = :card and unit = :unit and balance >= :amount")
                .param("amount", amount.quantity())
                .param("card", card)
                .param("unit", amount.unit())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("The card " + card + " does not hold that much");
        }
    }

    /** Reconciliation: compares every repeated balance with its entries; an empty list is the only good answer. */
    List<Difference> differences() {
        return jdbc.sql("""
                select a.card_id, a.balance, coalesce(sum(m.amount), 0) as posted
                  from ledger_account a
                  left join (select credit as account, amount from ledger_entry
                             union all
                             select debit, -amount from ledger_entry) m on m.account = a.id
                 where a.kind = 'CARD'
                 group by a.card_id, a.balance
                having a.balance <> coalesce(sum(m.amount), 0)
                """)
                .query((row, number) -> new Difference(
                        row.getObject("card_id", UUID.class), row.getLong("balance"), row.getLong("posted")))
                .list();
    }
}
