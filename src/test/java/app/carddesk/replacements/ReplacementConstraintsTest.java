package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests.TestCase;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses, to plain SQL as the application's own user. */
@CarddeskTest
@Tag("database")
class ReplacementConstraintsTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_decision_by_the_requester() {
        ReplacementRequest request = pending();

        assertThatThrownBy(() -> decide(request.id(), DemoPeople.AGENT, DemoPeople.AGENT))
                .isInstanceOf(DataIntegrityViolationException.class);
        decide(request.id(), DemoPeople.AGENT, DemoPeople.SUPERVISOR);
    }

    @Test
    void a_decision_that_lies_about_who_asked() {
        ReplacementRequest request = pending();

        assertThatThrownBy(() -> decide(request.id(), DemoPeople.AGENT_2, DemoPeople.AGENT))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void another_requester_once_there_is_a_decision() {
        ReplacementRequest request = pending();
        decide(request.id(), DemoPeople.AGENT, DemoPeople.SUPERVISOR);

        assertThatThrownBy(() -> jdbc.sql("update replacement_request set requested_by = :by where id = :id")
                        .param("by", DemoPeople.SUPERVISOR)
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void changes_to_decisions_and_to_what_was_issued() {
        ReplacementRequest request = pending();
        decide(request.id(), DemoPeople.AGENT, DemoPeople.SUPERVISOR);
        TestCase due = requests.due(1_000);
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), key());

        for (String sql : new String[] {
            "update replacement_decision set outcome = 'REFUSED'",
            "delete from replacement_decision",
            "update replacement set amount = 1",
            "delete from replacement",
            "update audit_event set act = 'nothing'",
            "delete from audit_event"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_second_live_request_for_a_card() {
        ReplacementRequest request = pending();

        assertThatThrownBy(() -> copy(request, request.cardId(), request.cardId(), UUID.randomUUID()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_live_request_that_does_not_hold_its_card() {
        ReplacementRequest request = pending();

        assertThatThrownBy(() -> copy(request, request.cardId(), null, UUID.randomUUID()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update replacement_request set live_card = null where id = :id")
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update replacement_request set state = 'REFUSED' where id = :id")
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_issue_without_a_basis() {
        ReplacementRequest request = pending();

        assertThatThrownBy(() -> jdbc.sql(
                                "update replacement_request set state = 'ISSUED', live_case = null where id = :id")
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_second_replacement_for_a_card() {
        TestCase due = requests.due(1_000);
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), key());
        ReplacementRequest other = pending();

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into replacement (id, request_id, case_id, case_number, old_card, new_card,
                                    old_serial, new_serial, unit, amount, basis, requested_by, issued_at)
                                values (:id, :request, :case, 'C-2026-000001', :old, :new, 'GCA1', 'GCA2', 'DKK', 1,
                                    'DECIDED', :by, :at)""")
                        .param("id", UUID.randomUUID())
                        .param("request", other.id())
                        .param("case", other.caseId())
                        .param("old", due.card().id())
                        .param("new", UUID.randomUUID())
                        .param("by", DemoPeople.AGENT)
                        .param("at", now())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    private ReplacementRequest pending() {
        Handled handled = replacements.request(requests.due(50_000).confirmed(), key());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private void decide(UUID request, UUID requestedBy, UUID decidedBy) {
        jdbc.sql("""
                        insert into replacement_decision
                            (id, request_id, requested_by, decided_by, outcome, decided_at)
                        values (:id, :request, :requestedBy, :decidedBy, 'APPROVED', :at)""")
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("requestedBy", requestedBy)
                .param("decidedBy", decidedBy)
                .param("at", now())
                .update();
    }

    private void copy(ReplacementRequest of, UUID card, UUID liveCard, UUID caseId) {
        jdbc.sql("""
                        insert into replacement_request (id, request_number, case_id, case_number, card_id, kind, rule,
                            outcome, unit, amount, flags, state, requested_by, requested_at, changed_at, version,
                            live_card, live_case)
                        values (:id, :number, :case, 'C-2026-000001', :card, 'REPLACEMENT', 'REPLACEMENT_DUE',
                            'REPLACE', 'DKK', 1, '', 'PENDING', :by, :at, :at, 0, :live, :case)""")
                .param("id", UUID.randomUUID())
                .param("number", "T-" + UUID.randomUUID().toString().substring(0, 18))
                .param("case", caseId)
                .param("card", card)
                .param("live", liveCard)
                .param("by", of.requestedBy())
                .param("at", now())
                .update();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
