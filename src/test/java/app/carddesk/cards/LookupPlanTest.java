package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.carddesk.CarddeskTest;
import app.carddesk.TestInstallation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How PostgreSQL answers the statements of the look-up when there are many cards. */
@CarddeskTest
@Tag("database")
class LookupPlanTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyStatementOfTheLookUpUsesAnIndex() {
        assumeTrue(TestInstallation.POSTGRESQL, "Plans are PostgreSQL's");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            hundredThousandCards();
            String joined = "select c.serial, a.balance from card c join ledger_account a on a.card_id = c.id ";
            for (String statement : List.of(
                    joined + "where c.serial >= 'PLN0001' and c.serial < 'PLN0001~' order by c.serial limit 51",
                    joined + "where c.serial > 'PLN00012' and c.serial < 'PLN0001~' order by c.serial limit 51",
                    joined + "where c.serial in ('PLN000123456', 'PLN000123457')",
                    "select serial_folded, serial from card where serial_folded >= 'PLN0001' and serial_folded < 'PLNOOOJ'"
                            + " and (serial_folded > 'PLN0001' or serial > '') order by serial_folded, serial limit 8")) {
                String plan = String.join(
                        "\n",
                        jdbc.sql("explain " + statement).query(String.class).list());
                assertThat(plan)
                        .as(statement)
                        .containsAnyOf("Index Scan", "Index Only Scan", "Bitmap Index Scan")
                        .doesNotContain("Seq Scan on card");
                if (statement.contains("order by")) {
                    assertThat(plan).as(statement).doesNotContain("Sort");
                }
            }
            status.setRollbackOnly();
        });
    }

    private void hundredThousandCards() {
        jdbc.sql("""
                insert into card (id, serial, serial_folded, kind, form, region, unit, state, activated_at, face_value)
                select gen_random_uuid(), s, translate(s, '8365V2', 'BEGSUZ'), 'APPLE_GIFT_CARD', 'PHYSICAL', 'DK', 'DKK',
                       'ACTIVE', now(), 100
                  from (select 'PLN' || lpad((n * 7919)::text, 9, '0') as s from generate_series(1, 100000) n) x
                """).update();
        jdbc.sql("insert into ledger_account (id, unit, kind, card_id, balance)"
                        + " select id, unit, 'CARD', id, 0 from card where serial like 'PLN%'")
                .update();
        // The application's user may not analyze what it does not own; the planner knows the size of an index anyway.
    }
}
