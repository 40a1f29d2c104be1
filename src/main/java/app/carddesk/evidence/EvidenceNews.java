package app.carddesk.evidence;

import app.carddesk.shared.RecurringTrouble;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens what happened to the evidence of a case, once it is committed and on a thread of its own: whoever
 * listens may take its time without holding up the act, or using the connection on which it was committed.
 */
@Component
public class EvidenceNews implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceNews.class);

    private final Map<UUID, List<Consumer<EvidenceNotice>>> listeners = new ConcurrentHashMap<>();

    private final ExecutorService messenger = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("evidence-news").daemon(true).factory());

    private final RecurringTrouble deaf = new RecurringTrouble();

    EvidenceNews() {}

    /**
     * Listens for what happens to the evidence of a case.
     *
     * @param listener called on a thread of its own, with nobody signed in
     * @return what ends it; a screen that is gone must run it
     */
    public Runnable listen(UUID owner, Consumer<EvidenceNotice> listener) {
        listeners.compute(owner, (id, known) -> {
            List<Consumer<EvidenceNotice>> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(owner, (id, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(EvidenceNotice event) {
        List<Consumer<EvidenceNotice>> known = listeners.get(event.owner());
        if (known != null) {
            known.forEach(listener -> messenger.execute(() -> tell(listener, event)));
        }
    }

    /** How many cases somebody listens to. */
    int listened() {
        return listeners.size();
    }

    private void tell(Consumer<EvidenceNotice> listener, EvidenceNotice event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failed) {
            deaf.tell(more -> LOG.warn(
                    "A screen could not be told of {}{}", event.getClass().getSimpleName(), more, failed));
        }
    }

    @Override
    public void destroy() {
        messenger.shutdownNow();
    }
}
