package app.carddesk.replacements;

import app.carddesk.access.SystemRun;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CustomerChanged;
import app.carddesk.shared.Contention;
import app.carddesk.shared.FailedRows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reopens what was granted when the customer's e-mail or phone changes afterwards: the approver said yes to a letter to
 * somewhere else. Done after the change and beside it, each request in a transaction of its own, because the change holds
 * rows in another order and its connection. Should it fail, nothing is issued all the same: issuing compares the contact once more.
 */
@Component
class ContactChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ContactChanges.class);

    private static final Set<String> CONTACT =
            Set.of(CaseField.CUSTOMER_EMAIL.key(), CaseField.CUSTOMER_PHONE.key(), CustomerChanged.WHO);

    private final RequestRows rows;
    private final Held held;
    private final CardRegister cards;
    private final CaseGuard guard;
    private final Reopening reopening;
    private final SystemRun system;
    private final Contention contention;
    private final AsyncTaskExecutor beside;
    private final TransactionTemplate each;

    ContactChanges(
            RequestRows rows,
            Held held,
            CardRegister cards,
            CaseGuard guard,
            Reopening reopening,
            SystemRun system,
            Contention contention,
            AsyncTaskExecutor applicationTaskExecutor,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.held = held;
        this.cards = cards;
        this.guard = guard;
        this.reopening = reopening;
        this.system = system;
        this.contention = contention;
        this.beside = applicationTaskExecutor;
        this.each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(CustomerChanged changed) {
        if (CONTACT.contains(changed.field())) {
            var _ = beside.submit(() -> reopen(rows.waitingFor(changed.customerId(), changed.caseId())));
        }
    }

    private void reopen(List<UUID> requests) {
        FailedRows failed = new FailedRows();
        requests.forEach(request -> reopen(request, failed));
        failed.tell(
                LOG,
                "requests were not reopened after their customer's contact changed",
                "Have a supervisor look at them before anything is issued.");
    }

    private void reopen(UUID request, FailedRows failed) {
        try {
            contention.retried(() -> each.execute(status -> system.asCarddesk(() -> {
                reconsider(request);
                return request;
            })));
        } catch (RuntimeException e) {
            failed.add(request, e);
        }
    }

    private void reconsider(UUID id) {
        UUID caseId = rows.caseOf(id).orElseThrow();
        guard.hold(caseId);
        ReplacementRequest request = held.request(id).orElseThrow();
        boolean waits = request.state() == RequestState.PENDING || request.state() == RequestState.WAITING_FOR_STOCK;
        if (!waits) {
            return;
        }
        UUID cardId = request.cardId();
        Card card = cardId == null ? null : cards.lock(cardId).orElse(null);
        CaseGuard.Contact contact = guard.contact(caseId);
        if (!request.isMadeOn(contact)) {
            reopening.becauseOfContact(request, contact, card);
        }
    }
}
