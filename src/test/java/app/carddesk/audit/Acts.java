package app.carddesk.audit;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on things that nobody else knows. */
@Component
class Acts {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Acts(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** An act that says what it was by a word. */
    record Act(UUID subjectId, String after, List<PersonalValue> personal) implements AuditedEvent {

        Act(UUID subjectId, String after) {
            this(subjectId, after, List.of());
        }

        @Override
        public String act() {
            return "test.act";
        }

        @Override
        public String subjectKind() {
            return "test";
        }
    }

    static String stream(UUID subject) {
        return "test:" + subject;
    }

    /** One transaction with acts, in this order. */
    void together(AuditedEvent... acts) {
        transactions.executeWithoutResult(status -> {
            for (AuditedEvent act : acts) {
                events.publishEvent(act);
            }
        });
    }

    /** As many acts on one subject, each in a transaction of its own. */
    void each(UUID subject, int count) {
        for (int i = 1; i <= count; i++) {
            together(new Act(subject, "act " + i));
        }
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    ApplicationEventPublisher events() {
        return events;
    }
}
