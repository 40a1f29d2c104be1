package app.carddesk.evidence.store;

import app.carddesk.shared.RecurringTrouble;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the contents in the store in step with the rows that name them, which the store itself cannot: it knows no
 * transaction.
 *
 * <p>Every content has a row, and whoever touches the content holds the lock on that row until their commit. A content
 * is written after its row is locked and before the commit, every time anew, so a committed row never names a content
 * that is not there. It is removed in a transaction of its own after whoever named it last has committed: that one
 * locks the row, and only then, in a second statement, asks whether anything names it. So an upload either comes before
 * and is seen, or comes after and writes anew. What a crash leaves on the way is taken by the {@link EvidenceSweep}.
 */
@Component
public class EvidenceContents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceContents.class);
    private static final int PATIENCE_SECONDS = 10;

    private final EvidenceStore store;
    private final ContentRows rows;
    private final TransactionTemplate transaction;
    /** Of its own: a transaction that has just ended still holds its connection, and must not wait for a second one. */
    private final ExecutorService leftovers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("evidence-leftovers").daemon(true).factory());

    private volatile boolean running;

    private final RecurringTrouble unreachable = new RecurringTrouble();
    private final RecurringTrouble broken = new RecurringTrouble();

    EvidenceContents(EvidenceStore store, ContentRows rows, PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps contents within the running transaction; if it does not commit, they go. Whoever names them does so in the
     * same transaction, after this, and locks no other row afterwards.
     *
     * @return their addresses, in their order
     * @throws StoreUnavailableException if one cannot be kept
     */
    public List<String> keep(List<byte[]> contents) {
        // In the order of the addresses, so that two uploads of the same contents never wait for each other in a
        // circle.
        Map<String, byte[]> sorted = new TreeMap<>();
        List<String> addresses = contents.stream().map(EvidenceStore::addressOf).toList();
        for (int i = 0; i < contents.size(); i++) {
            sorted.put(addresses.get(i), contents.get(i));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    collectSoon(sorted.keySet());
                }
            }
        });
        try {
            for (Map.Entry<String, byte[]> each : sorted.entrySet()) {
                rows.hold(each.getKey(), each.getValue().length, store.keyId());
                store.put(each.getValue());
            }
        } catch (IOException failed) {
            throw new StoreUnavailableException(failed);
        }
        return addresses;
    }

    /**
     * The content at an address that something names.
     *
     * @throws UnreadableContentException if it is damaged, missing, or sealed with a key that is
     * @throws StoreUnavailableException if the store does not answer
     */
    public byte[] read(String address) {
        try {
            return store.get(address).orElseThrow(() -> UnreadableContentException.missing(address));
        } catch (IOException failed) {
            unreachable.tell(more -> LOG.error("The evidence store cannot be read now{}", more, failed));
            throw new StoreUnavailableException(failed);
        } catch (UnreadableContentException unreadable) {
            broken.tell(more -> LOG.error(
                    "{}. Restore it from a backup; --carddesk.command=verify names all of them{}",
                    unreadable.told(),
                    more));
            throw unreadable;
        }
    }

    /** Says that the running transaction stops naming these contents: once committed, those go that nothing else names. */
    public void release(Collection<String> addresses) {
        List<String> released = List.copyOf(addresses);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                collectSoon(released);
            }
        });
    }

    private void collectSoon(Collection<String> addresses) {
        try {
            leftovers.execute(() -> collectOrLeave(addresses));
        } catch (RejectedExecutionException stopping) {
            LOG.info("Carddesk stops; the next sweep removes {} contents", addresses.size());
        }
    }

    private void collectOrLeave(Collection<String> addresses) {
        int left = 0;
        RuntimeException last = null;
        for (String address : addresses) {
            try {
                collect(address);
            } catch (RuntimeException stuck) {
                left++;
                last = stuck;
            }
        }
        if (left > 0) {
            LOG.warn("{} contents are not removed yet; the next sweep tries again", left, last);
        }
    }

    /**
     * Removes a content with its row if nothing names it and no backup is being written, which would miss it.
     *
     * @return whether it went
     * @throws StoreUnavailableException if the store does not remove it; its row stays then
     */
    boolean collect(String address) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            rows.lock(address);
            if (rows.isHeld() || rows.isNamed(address)) {
                return false;
            }
            try {
                // Before the commit, while nobody can be writing it: afterwards an upload may have brought it back.
                store.remove(address);
            } catch (IOException stuck) {
                throw new StoreUnavailableException(stuck);
            }
            rows.delete(address);
            return true;
        }));
    }

    /**
     * Seals a content anew with the newest key.
     *
     * @return false if it is gone
     * @throws UnreadableContentException if it cannot be read; nothing is changed then
     */
    boolean renew(String address) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.isLocked(address)) {
                return false;
            }
            try {
                byte[] content = store.get(address).orElseThrow(() -> UnreadableContentException.missing(address));
                store.put(content);
            } catch (IOException failed) {
                throw new StoreUnavailableException(failed);
            }
            rows.renewed(address, store.keyId());
            return true;
        }));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the database closes: what was let go by then still goes. */
    @Override
    public void stop() {
        running = false;
        leftovers.shutdown();
        try {
            if (!leftovers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                leftovers.shutdownNow();
            }
        } catch (InterruptedException over) {
            leftovers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
