package app.carddesk.books;

import app.carddesk.books.BookReport.Finding;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The checks of each card, slice by slice in the order of their keys: memory stays the same for a thousand cards and for
 * ten million, and there is progress to tell.
 */
@Repository
class CardChecks {

    /** How many cards are compared by one statement. */
    static final int SLICE = 10_000;

    private static final UUID FIRST = new UUID(0, 0);

    /** Accounts and entries are looked up card by card: joined, a database may read all of them again for each slice. */
    private static final String SUSPICIOUS = """
            select s.serial, s.state, s.account, s.balance, s.posted, s.linked_up
              from (select c.serial, c.state,
                           (select a.id from ledger_account a where a.card_id = c.id) as account,
                           (select a.balance from ledger_account a where a.card_id = c.id) as balance,
                           (select coalesce(sum(e.amount), 0) from ledger_entry e where e.credit = c.id)
                           - (select coalesce(sum(e.amount), 0) from ledger_entry e where e.debit = c.id) as posted,
                           case when c.state <> 'REPLACED' then 1
                                else (select count(*) from ledger_entry e
                                       where e.debit = c.id and e.credit = c.replaced_by and e.kind = 'REPLACEMENT')
                           end as linked_up
                      from card c
                     where c.id > :after and c.id <= :last) s
             where s.account is null or s.balance <> s.posted or s.linked_up <> 1
                or (s.state in ('NOT_ACTIVATED', 'LINKED', 'REPLACED') and s.balance <> 0)
            """;

    private final JdbcClient jdbc;

    CardChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select count(*) from card").query(Long.class).single();
    }

    /**
     * Looks at every card.
     *
     * @param looked told the number of cards of each slice
     */
    void run(Consumer<Finding> findings, Consumer<Integer> looked) {
        UUID after = FIRST;
        while (true) {
            List<UUID> ends = jdbc.sql("select id from card where id > :after order by id limit 1 offset :slice")
                    .param("after", after)
                    .param("slice", SLICE - 1)
                    .query(UUID.class)
                    .list();
            Optional<UUID> last = ends.isEmpty() ? last() : Optional.of(ends.getFirst());
            if (last.isEmpty()) {
                return;
            }
            jdbc.sql(SUSPICIOUS).param("after", after).param("last", last.get()).query((ResultSet row) -> {
                tell(row, findings);
            });
            looked.accept(SLICE);
            if (ends.isEmpty()) {
                return;
            }
            after = last.get();
        }
    }

    private Optional<UUID> last() {
        return jdbc.sql("select id from card order by id desc limit 1")
                .query(UUID.class)
                .optional();
    }

    private static void tell(ResultSet row, Consumer<Finding> findings) throws SQLException {
        String serial = row.getString("serial");
        if (row.getObject("account") == null) {
            findings.accept(new Finding(BookCheck.CARD_WITHOUT_ACCOUNT, serial, null, null));
            return;
        }
        BigInteger balance = BigInteger.valueOf(row.getLong("balance"));
        BigInteger posted = row.getBigDecimal("posted").toBigIntegerExact();
        if (!balance.equals(posted)) {
            findings.accept(new Finding(BookCheck.BALANCE_IS_NOT_POSTED, serial, balance, posted));
        }
        boolean none = List.of("NOT_ACTIVATED", "LINKED", "REPLACED").contains(row.getString("state"));
        if (none && balance.signum() != 0) {
            findings.accept(new Finding(BookCheck.BALANCE_WHERE_NONE_CAN_BE, serial, balance, BigInteger.ZERO));
        }
        if (row.getLong("linked_up") != 1) {
            findings.accept(new Finding(BookCheck.REPLACED_WITHOUT_ENTRY, serial, null, null));
        }
    }
}
