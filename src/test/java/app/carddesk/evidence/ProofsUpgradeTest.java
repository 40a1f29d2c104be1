package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.EarlierDatabase;
import app.carddesk.OwnerDatabase;
import app.carddesk.access.DemoPeople;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proofs from before decisions belonged to a card: each is bound to the card the case was about when it was taken. */
@CarddeskTest
@Tag("database")
class ProofsUpgradeTest {

    private static final Instant ACCEPTED_AT = Instant.parse("2026-10-01T10:00:00Z");
    private static final String NOW_ON_CASE = "GCA0NOWONCASE001";

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private List<JavaMigration> migrations;

    private final Ids ids = new Ids(Clock.systemUTC());
    private EarlierDatabase earlier;
    private JdbcClient old;

    @BeforeEach
    void theReleaseBefore() {
        earlier = new EarlierDatabase(owner, migrations, "proofs_upgrade", "39");
        old = earlier.jdbc();
    }

    @AfterEach
    void away() {
        earlier.close();
    }

    @Test
    void a_decision_belongs_to_the_card_the_case_had_then() {
        UUID never = accepted(caseOf(1), true);
        UUID before = caseOf(2);
        change(before, "serial:GCA0BEFORE000001", "2026-10-01T09:00:00Z");
        UUID after = caseOf(3);
        change(after, "serial:GCA0THENONCASE01", "2026-10-02T10:00:00Z");
        change(after, "serial:GCA0INBETWEEN001", "2026-10-03T10:00:00Z");
        UUID none = caseOf(4);
        change(none, null, "2026-10-02T10:00:00Z");
        UUID changedBefore = accepted(before, true);
        UUID changedAfter = accepted(after, true);
        UUID withoutCard = accepted(none, true);
        UUID declared = declared(after);

        earlier.upgrade();

        assertThat(boundTo(never)).containsExactly(NOW_ON_CASE, NOW_ON_CASE);
        assertThat(boundTo(changedBefore)).containsExactly(NOW_ON_CASE, NOW_ON_CASE);
        assertThat(boundTo(changedAfter)).containsExactly("GCA0THENONCASE01", "GCA0THENONCASE01");
        assertThat(boundTo(withoutCard)).containsExactly("", null);
        assertThat(old.sql("select declared_for from proof where id = :id")
                        .param("id", declared)
                        .query(String.class)
                        .single())
                .isEqualTo("GCA0THENONCASE01");
    }

    @Test
    void requests_hold_what_they_were_made_on_unless_they_came_to_nothing() {
        UUID issued = caseOf(1);
        UUID withdrawn = caseOf(2);
        UUID behind = accepted(issued, false);
        UUID free = accepted(withdrawn, false);
        request(1, issued, "REFUSED");
        request(2, withdrawn, "WITHDRAWN");

        earlier.upgrade();

        assertThat(held(behind)).isTrue();
        assertThat(held(free)).isFalse();
        assertThat(old.sql("select matter_name from proof_hold")
                        .query(String.class)
                        .list())
                .containsExactly("R-2026-000001");
    }

    private boolean held(UUID proof) {
        return old.sql("select held from proof where id = :id")
                .param("id", proof)
                .query(Boolean.class)
                .single();
    }

    /** The serial a decision is bound to, and the one that was seen. */
    private List<@Nullable String> boundTo(UUID proof) {
        return old.sql("select for_serial, serial_seen from proof_decision where proof = :id and state = 'ACCEPTED'")
                .param("id", proof)
                .query((row, number) -> java.util.Arrays.asList(row.getString(1), row.getString(2)))
                .single();
    }

    private UUID caseOf(int sequence) {
        UUID id = ids.next();
        old.sql(
                        "insert into support_case (id, case_year, case_sequence, state, serial, opened_at, opened_by, changed_at)"
                                + " values (:id, 2026, :sequence, 'OPEN', :serial, :now, :by, :now)")
                .param("id", id)
                .param("sequence", sequence)
                .param("serial", NOW_ON_CASE)
                .param("now", Columns.time(ACCEPTED_AT))
                .param("by", DemoPeople.AGENT)
                .update();
        return id;
    }

    private void change(UUID caseId, @Nullable String before, String at) {
        old.sql("insert into case_timeline (id, case_id, kind, field, before_value, after_value, by_person, at_time)"
                        + " values (:id, :case, 'changed', 'card', cast(:before as varchar), 'serial:GCA0OTHER',"
                        + " :by, :at)")
                .param("id", ids.next())
                .param("case", caseId)
                .param("before", before)
                .param("by", DemoPeople.AGENT)
                .param("at", Columns.time(Instant.parse(at)))
                .update();
    }

    private UUID accepted(UUID caseId, boolean serialSeen) {
        UUID id = ids.next();
        old.sql("""
                insert into proof (id, owner, kind, state, file_name, width, height, bytes, sha256, serial_seen, pages,
                                   added_at, added_by, decided_at, decided_by, version)
                values (:id, :case, 'BACK', 'ACCEPTED', 'b.jpg', 30, 20, 20, 'x', :seen, 1, :at, :by, :at, :by, 1)
                """)
                .param("id", id)
                .param("case", caseId)
                .param("seen", serialSeen)
                .param("at", Columns.time(ACCEPTED_AT))
                .param("by", DemoPeople.AGENT)
                .update();
        return id;
    }

    private UUID declared(UUID caseId) {
        UUID id = ids.next();
        old.sql("""
                insert into proof (id, owner, kind, state, width, height, bytes, reason, serial_seen, declared_kind,
                                   added_at, added_by, decided_at, decided_by, version)
                values (:id, :case, 'RECEIPT', 'UNOBTAINABLE', 0, 0, 0, 'a present', false, 'RECEIPT', :at, :by, :at,
                        :by, 0)
                """)
                .param("id", id)
                .param("case", caseId)
                .param("at", Columns.time(ACCEPTED_AT))
                .param("by", DemoPeople.AGENT)
                .update();
        return id;
    }

    private void request(int number, UUID caseId, String state) {
        old.sql("""
                insert into replacement_request (id, request_number, case_id, case_number, serial, kind, rule, outcome,
                                                 flags, state, requested_by, requested_at, changed_at, version)
                values (:id, :number, :case, 'C-2026-000001', :serial, 'REFERRAL', 'PROOF_MISSING', 'NEEDS_EVIDENCE', '',
                        :state, :by, :at, :at, 0)
                """)
                .param("id", ids.next())
                .param("number", "R-2026-00000" + number)
                .param("case", caseId)
                .param("serial", NOW_ON_CASE)
                .param("state", state)
                .param("by", DemoPeople.AGENT)
                .param("at", Columns.time(ACCEPTED_AT))
                .update();
    }
}
