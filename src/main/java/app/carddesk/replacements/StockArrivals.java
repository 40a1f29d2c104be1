package app.carddesk.replacements;

import app.carddesk.access.SystemRun;
import app.carddesk.cards.StockArrived;
import app.carddesk.shared.Contention;
import app.carddesk.shared.FailedRows;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues what waited for stock when stock arrives, oldest request first. Each in a transaction of its own: one that
 * fails holds up no other, and can still be tried again from its case. The same at every start: whoever was stopped
 * between the arrival and the last of the requests left some that wait for nothing.
 */
@Component
class StockArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(StockArrivals.class);

    private final RequestRows rows;
    private final Replacements replacements;
    private final SystemRun system;
    private final Contention contention;
    private final TransactionTemplate each;

    StockArrivals(
            RequestRows rows,
            Replacements replacements,
            SystemRun system,
            Contention contention,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.replacements = replacements;
        this.system = system;
        this.contention = contention;
        this.each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(StockArrived event) {
        issueWhatWaits();
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        issueWhatWaits();
    }

    private void issueWhatWaits() {
        FailedRows failed = new FailedRows();
        rows.waitingForStock().forEach(request -> retry(request, failed));
        failed.tell(
                LOG,
                "requests still wait for stock, because issuing them failed",
                "They are tried again when stock arrives or Carddesk starts; the trace says why it failed.");
    }

    private void retry(UUID request, FailedRows failed) {
        try {
            contention.retried(() -> each.execute(status -> system.asCarddesk(() -> replacements.retry(request))));
        } catch (RuntimeException e) {
            failed.add(request, e);
        }
    }
}
