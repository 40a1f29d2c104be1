package app.carddesk.audit;

import app.carddesk.access.CameFrom;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Person;
import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every audited event in the transaction that published it, so that no act is without its trace and no trace
 * without its act. An event outside a transaction is a fault of the publisher and fails at once.
 *
 * <p>Events are collected while the transaction goes on and written as the last thing before it commits, sorted by
 * stream. So the heads of the chains are the last rows a transaction locks, all transactions lock them in the same order,
 * and two of them can never wait for each other; and a head is held for the commit only, not for the whole act. What is
 * rolled back to a savepoint takes its events with it.
 */
@Component
class AuditTrail implements TransactionExecutionListener {

    private final ChainWriter writer;
    private final CurrentPerson person;
    private final CameFrom cameFrom;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(ChainWriter writer, CurrentPerson person, CameFrom cameFrom, Ids ids, Clock clock) {
        this.writer = writer;
        this.person = person;
        this.cameFrom = cameFrom;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AuditedEvent event) {
        if (event.stream().length() > AuditedEvent.LONGEST_STREAM) {
            throw new IllegalArgumentException("The name of this stream is too long: " + event.stream());
        }
        UUID actor = event.actor() == null ? person.find().map(Person::id).orElse(null) : event.actor();
        PendingEvents.ofTransaction()
                .add(new Happened(
                        event, ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS), actor, cameFrom.here()));
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction()) {
            writer.write(PendingEvents.take());
        }
    }
}
