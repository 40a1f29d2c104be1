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
    void every_statement_of_the_look_up_uses_an_index() {
        assumeTrue(TestInstallation.POSTGRESQL, "Plans are PostgreSQL's");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            hundredThousandCards();
            for (String statement : List.of(CardLookup.BEGINNINGS, CardLookup.LOOK_ALIKES)) {
                String plan = plan(statement);
                assertThat(plan)
                        .as(statement)
                        .containsAnyOf("Index Scan", "Index Only Scan")
                        .contains("Index Cond: (((serial")
                        .doesNotContain("Seq Scan", "Sort", "Hash Join", "Merge Join");
            }
            status.setRollbackOnly();
        });
    }

    /** The plan for values that are not known yet, as the server keeps it for a statement that comes again and again. */
    private String plan(String statement) {
        String numbered = statement
                .replace(":from", "$1")
                .replace(":end", "$2")
                .replace(":after", "$3")
                .replace(":limit", "$4");
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        jdbc.sql("prepare looked_up (varchar, varchar, varchar, int) as " + numbered)
                .update();
        List<String> plan = jdbc.sql("explain execute looked_up ('PLN0001', 'PLN0002', '', 51)")
                .query(String.class)
                .list();
        jdbc.sql("deallocate looked_up").update();
        return String.join("\n", plan);
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
