package app.carddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.SignIn;
import app.carddesk.books.BookReport;
import app.carddesk.books.Books;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The check of the books on a register and on one four times as large: each card with a sale and a purchase. */
@Bench
class BooksBench {

    private static final long CARDS = Long.getLong("carddesk.bench.cards", 200_000);

    @Autowired
    private Books books;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void check() throws Exception {
        Card first = cards.active(50_000);
        cards.spend(first, 20_000);
        signIn.as("supervisor");
        books.check(done -> {});
        add(1, CARDS / 4);
        double quarter = measure();
        add(CARDS / 4 + 1, CARDS);
        double whole = measure();
        Figures.add(
                String.format(Locale.ROOT, "the books of %,d cards, against those of a quarter as many", CARDS),
                whole,
                quarter);
    }

    /** Wall-clock time in milliseconds. */
    private double measure() {
        long begin = System.nanoTime();
        BookReport report = books.check(done -> {});
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        assertThat(report.cards()).isPositive();
        return milliseconds;
    }

    /** Cards whose keys follow the clock, as those of imported cards do. */
    private static void add(long from, long to) throws Exception {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create temporary table made as
                    select cast(lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
                                || substr(md5(n::text), 4, 15) as uuid) as id, 'GCA' || upper(substr(md5('books' || n), 1, 13)) as serial
                      from generate_series(%d, %d) n
                    """.formatted(from, to));
            statement.execute("""
                    insert into card (id, serial, serial_folded, kind, form, region, unit, retailer, state,
                                      activated_at, face_value)
                    select id, serial, translate(serial, '8365V2', 'BEGSUZ'), 'APP_STORE_ITUNES', 'PHYSICAL', 'DK', 'DKK',
                           'Supermarket Odense', 'ACTIVE', now(), 50000 from made
                    """);
            statement.execute("""
                    insert into ledger_account (id, unit, kind, card_id, balance)
                    select id, 'DKK', 'CARD', id, 30000 from made
                    """);
            statement.execute("""
                    insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor)
                    select gen_random_uuid(), now(), now(), a.id, m.id, 'DKK', 50000, 'ACTIVATION', m.id
                      from made m join ledger_account a on a.system_key = 'ISSUER:DKK'
                    """);
            statement.execute("""
                    insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor)
                    select gen_random_uuid(), now(), now(), m.id, a.id, 'DKK', 20000, 'SPENDING', m.id
                      from made m join ledger_account a on a.system_key = 'SPENT:DKK'
                    """);
            statement.execute("drop table made");
            statement.execute("vacuum analyze card");
            statement.execute("vacuum analyze ledger_account");
            statement.execute("vacuum analyze ledger_entry");
        }
    }
}
