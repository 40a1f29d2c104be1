package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarddeskTest
@Tag("database")
class AuditTrailTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void an_event_is_written_with_who_acted() {
        UUID subject = UUID.randomUUID();
        signIn.as("agent");

        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(new Act(subject)));

        assertThat(jdbc.sql("select acted_by from audit_event where subject_id = :subject and act = 'test.act'")
                        .param("subject", subject)
                        .query(UUID.class)
                        .list())
                .containsExactly(DemoPeople.AGENT);
    }

    @Test
    void what_is_rolled_back_leaves_no_trace() {
        UUID subject = UUID.randomUUID();
        signIn.as("agent");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new Act(subject));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from audit_event where subject_id = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_event_outside_a_transaction_fails_at_once() {
        signIn.as("agent");

        assertThatThrownBy(() -> events.publishEvent(new Act(UUID.randomUUID())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private record Act(UUID subjectId) implements AuditedEvent {

        @Override
        public String act() {
            return "test.act";
        }

        @Override
        public String subjectKind() {
            return "test";
        }
    }
}
