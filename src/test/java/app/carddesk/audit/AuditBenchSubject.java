package app.carddesk.audit;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same acts with the chain, and as plain rows without one, for the benchmark. */
@Component
public class AuditBenchSubject {

    private final Acts acts;
    private final JdbcClient jdbc;

    AuditBenchSubject(Acts acts, JdbcClient jdbc) {
        this.acts = acts;
        this.jdbc = jdbc;
    }

    public void chained(UUID subject) {
        acts.together(new Acts.Act(subject, "measured"));
    }

    /** One row of the same columns, in a transaction of its own, as the trail was before it was chained. */
    public void plain(UUID subject) {
        acts.transactions()
                .executeWithoutResult(status -> jdbc.sql(
                                "insert into audit_floor (id, at, acted_by, act, subject_kind, subject_id, value_after)"
                                        + " values (:id, current_timestamp, :by, 'test.act', 'test', :subject, 'measured')")
                        .param("id", UUID.randomUUID())
                        .param("by", subject)
                        .param("subject", subject)
                        .update());
    }
}
