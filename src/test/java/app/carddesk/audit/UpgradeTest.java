package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.EarlierDatabase;
import app.carddesk.OwnerDatabase;
import app.carddesk.access.DemoPeople;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of the first release, with rows in the clear and events without a chain, is upgraded by its owner. */
@CarddeskTest
@Tag("database")
class UpgradeTest {

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private List<JavaMigration> migrations;

    @Autowired
    private ChainForm form;

    private final Ids ids = new Ids(Clock.systemUTC());
    private EarlierDatabase earlier;
    private JdbcClient old;

    @BeforeEach
    void theFirstRelease() {
        earlier = new EarlierDatabase(owner, migrations, "upgrade", "9");
        old = earlier.jdbc();
    }

    @AfterEach
    void away() {
        earlier.close();
    }

    @Test
    void rows_in_the_clear_are_sealed_and_events_are_chained() {
        UUID customer = ids.next();
        UUID known = caseOf(1, customer);
        UUID unknown = caseOf(2, null);
        line(known, "set", "customer_name", null, "Kerstin Ek", null);
        line(known, "set", "problem", null, "enum:problem:INVALID", null);
        line(unknown, "note", null, null, null, "Somebody called and hung up");
        draft(known, "note", "She was about to say something");
        draft(known, "retailer", "XH7KQ2RB9TJ4");
        for (int i = 0; i < 3; i++) {
            event(known, "case.state", i);
            event(unknown, "case.state", i);
        }

        earlier.upgrade();

        List<String> told = old.sql("select coalesce(after_value, note) from case_timeline order by id")
                .query(String.class)
                .list();
        assertThat(told.get(0)).startsWith("sealed:1:" + customer + ":1:");
        assertThat(told.get(1)).isEqualTo("enum:problem:INVALID");
        assertThat(told.get(2)).startsWith("sealed:1:" + unknown + ":1:");
        assertThat(old.sql("select draft_value from case_draft")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("sealed:1:" + customer + ":1:");
        assertThat(old.sql("select count(*) from personal_key where sealed_key is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        for (UUID one : List.of(known, unknown)) {
            List<ChainedEvent> chain = new ChainRows(old).ofStream("case:" + one, 0, 10);
            assertThat(chain).extracting(ChainedEvent::sequence).containsExactly(1L, 2L, 3L);
            assertThat(chain).extracting(ChainedEvent::after).containsExactly("0", "1", "2");
            assertThat(chain).allMatch(event -> Arrays.equals(form.hash(event), event.hash()));
            assertThat(chain.get(2).previous()).isEqualTo(chain.get(1).hash());
            assertThat(new ChainRows(old).head("case:" + one).orElseThrow().hash())
                    .isEqualTo(chain.get(2).hash());
        }
    }

    private UUID caseOf(int sequence, UUID customer) {
        UUID id = ids.next();
        if (customer != null) {
            old.sql(
                            "insert into customer (id, name, name_key, created_at) values (:id, 'Kerstin Ek', 'kerstin ek', :now)")
                    .param("id", customer)
                    .param("now", Columns.time(Instant.now()))
                    .update();
        }
        old.sql(
                        "insert into support_case (id, case_year, case_sequence, state, customer_id, opened_at, opened_by,"
                                + " changed_at) values (:id, 2026, :sequence, 'OPEN', cast(:customer as uuid), :now, :by, :now)")
                .param("id", id)
                .param("sequence", sequence)
                .param("customer", customer)
                .param("now", Columns.time(Instant.now()))
                .param("by", DemoPeople.AGENT)
                .update();
        return id;
    }

    private void draft(UUID caseId, String field, String text) {
        old.sql(
                        "insert into case_draft (case_id, person_id, field, draft_value, at_time) values (:case, :person, :field,"
                                + " :text, :now)")
                .param("case", caseId)
                .param("person", DemoPeople.AGENT)
                .param("field", field)
                .param("text", text)
                .param("now", Columns.time(Instant.now()))
                .update();
    }

    private void line(UUID caseId, String kind, String field, String before, String after, String note) {
        old.sql(
                        "insert into case_timeline (id, case_id, kind, field, before_value, after_value, note, by_person, at_time)"
                                + " values (:id, :case, :kind, cast(:field as varchar), cast(:before as varchar), cast(:after as"
                                + " varchar), cast(:note as varchar), :by, :now)")
                .param("id", ids.next())
                .param("case", caseId)
                .param("kind", kind)
                .param("field", field)
                .param("before", before)
                .param("after", after)
                .param("note", note)
                .param("by", DemoPeople.AGENT)
                .param("now", Columns.time(Instant.now()))
                .update();
    }

    private void event(UUID caseId, String act, int value) {
        old.sql(
                        "insert into audit_event (id, at, acted_by, act, subject_kind, subject_id, value_after) values (:id, :now,"
                                + " :by, :act, 'case', :case, :value)")
                .param("id", ids.next())
                .param("now", Columns.time(Instant.now()))
                .param("by", DemoPeople.AGENT)
                .param("act", act)
                .param("case", caseId)
                .param("value", String.valueOf(value))
                .update();
    }
}
