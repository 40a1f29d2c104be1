package app.carddesk.audit;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every audited event in the transaction that published it, so that no act is without its trace and no trace
 * without its act. An event outside a transaction is a fault of the publisher and fails at once.
 */
@Component
class AuditTrail {

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, CurrentPerson person, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AuditedEvent event) {
        jdbc.sql("""
                        insert into audit_event
                            (id, at, acted_by, act, subject_kind, subject_id, value_before, value_after, reason)
                        values (:id, :at, :by, :act, :kind, :subject, :before, :after, :reason)""")
                .param("id", ids.next())
                .param("at", Columns.time(clock.instant()))
                .param("by", person.id())
                .param("act", event.act())
                .param("kind", event.subjectKind())
                .param("subject", event.subjectId())
                .param("before", event.before())
                .param("after", event.after())
                .param("reason", event.reason())
                .update();
    }
}
