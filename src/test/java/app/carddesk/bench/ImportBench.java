package app.carddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.SignIn;
import app.carddesk.cards.CardImports;
import app.carddesk.cards.ImportRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;

/** An import beside COPY of the very rows it wrote, with their accounts, entries and history. */
@Bench
class ImportBench {

    private static final int CARDS = Integer.getInteger("carddesk.bench.import", 50_000);

    @Autowired
    private CardImports imports;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void asAdministrator() throws Exception {
        signIn.as("admin");
        take("IMW", Math.min(CARDS, 20_000));
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void import_cards() throws Exception {
        double imported = take("IMP", CARDS);
        Figures.add(String.format(Locale.ROOT, "import of %,d cards", CARDS), imported, copy());
    }

    private double take(String prefix, int cards) throws Exception {
        byte[] file = file(prefix, cards);
        long start = System.nanoTime();
        imports.receive(prefix + ".csv", new ByteArrayInputStream(file));
        ImportRun run = await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .forever()
                .until(
                        () -> imports.recent().getFirst(),
                        latest -> latest.state().isOver());
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(run.accepted()).isEqualTo(cards);
        return took;
    }

    private static byte[] file(String prefix, int cards) {
        StringBuilder csv =
                new StringBuilder("serial,kind,form,region,retailer,state,activated_at,face_value,balance\n");
        for (int i = 0; i < cards; i++) {
            csv.append(prefix)
                    .append(1_000_000_000_000L + i * 7_919L)
                    .append(",APP_STORE_ITUNES,PHYSICAL,DK,Supermarket Odense,ACTIVE,2024-05-02,500.00,")
                    .append(i % 3 == 0 ? "120.50\n" : "500.00\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Copies the imported rows out and, under other serials and identifiers in the same order, in again. */
    private static double copy() throws Exception {
        String those = " in (select id from card where serial like 'IMP%')";
        List<String[]> tables = List.of(
                new String[] {
                    "card (id, serial, serial_folded, kind, form, region, unit, retailer, state, activated_at, face_value)",
                    "select " + other("id") + ", 'IMQ' || substr(serial, 4), 'IMQ' || substr(serial_folded, 4), kind,"
                            + " form, region, unit, retailer, state, activated_at, face_value from card where id"
                            + those
                            + " order by id"
                },
                new String[] {
                    "ledger_account (id, unit, kind, card_id, balance)",
                    "select " + other("id") + ", unit, kind, " + other("card_id") + ", balance from ledger_account"
                            + " where card_id" + those + " order by id"
                },
                new String[] {
                    "ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, reference, actor)",
                    "select " + other("id") + ", at, booked_at, case when kind = 'SPENDING' then " + other("debit")
                            + " else debit::text end, case when kind = 'ACTIVATION' then " + other("credit")
                            + " else credit::text end, unit, amount, kind, reference, actor from ledger_entry"
                            + " where credit" + those + " or debit" + those + " order by id"
                },
                new String[] {
                    "card_change (id, card_id, at, by_person, from_state, to_state, reason)",
                    "select " + other("id") + ", " + other("card_id") + ", at, by_person, from_state, to_state, reason"
                            + " from card_change where card_id" + those + " order by id"
                });
        try (Connection connection = Database.asOwner()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<byte[]> contents = new ArrayList<>();
            for (String[] table : tables) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copies.copyOut("copy (" + table[1] + ") to stdout", out);
                contents.add(out.toByteArray());
            }
            connection.setAutoCommit(false);
            long rows = 0;
            long start = System.nanoTime();
            for (int i = 0; i < tables.size(); i++) {
                rows += copies.copyIn(
                        "copy " + tables.get(i)[0] + " from stdin", new ByteArrayInputStream(contents.get(i)));
            }
            connection.commit();
            double took = (System.nanoTime() - start) / 1e6;
            assertThat(rows).isGreaterThan(4L * CARDS);
            return took;
        }
    }

    /** Another identifier at the same place in the order. */
    private static String other(String column) {
        return "overlay(" + column + "::text placing 'f' from 1 for 1)";
    }
}
