package app.carddesk.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events of one transaction until it commits. */
final class PendingEvents implements TransactionSynchronization {

    private final List<Happened> events = new ArrayList<>();

    /** How many events there were at each savepoint. */
    private final Map<Object, Integer> savepoints = new HashMap<>();

    private PendingEvents() {}

    /** Those of the transaction this thread is in. */
    static PendingEvents ofTransaction() {
        return find().orElseGet(() -> {
            PendingEvents pending = new PendingEvents();
            TransactionSynchronizationManager.registerSynchronization(pending);
            return pending;
        });
    }

    /** Hands over the events of the transaction that is about to commit; it has none then. */
    static List<Happened> take() {
        return find().map(pending -> {
                    List<Happened> taken = List.copyOf(pending.events);
                    pending.events.clear();
                    return taken;
                })
                .orElse(List.of());
    }

    void add(Happened event) {
        events.add(event);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, events.size());
    }

    /** A savepoint older than the first event takes all of them. */
    @Override
    public void savepointRollback(Object savepoint) {
        int before = savepoints.getOrDefault(savepoint, 0);
        events.subList(before, events.size()).clear();
    }

    private static Optional<PendingEvents> find() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingEvents.class::isInstance)
                .map(PendingEvents.class::cast)
                .findFirst();
    }
}
