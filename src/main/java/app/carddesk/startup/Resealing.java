package app.carddesk.startup;

import app.carddesk.shared.FailedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What lies sealed under the keys of one ring, when one of them is changed: at the start all must be there that sealed
 * something, and what an older key sealed is sealed anew with the newest. Each row is a statement of its own, so it can
 * be broken off anywhere, and several nodes may do it at once.
 *
 * @param <R> a row with something sealed in it
 */
public abstract class Resealing<R> implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final int AT_ONCE = 500;

    private final KeyRing keys;
    private final String what;

    /** @param what what is sealed, as the log calls it */
    protected Resealing(KeyRing keys, String what) {
        this.keys = keys;
        this.what = what;
    }

    /**
     * What one run did.
     *
     * @param renewed rows sealed anew
     * @param left rows that are still sealed with an older key, because it is not here or they are damaged
     */
    public record Renewed(int renewed, int left) {}

    /** The name of the next key in use after another, in the order of names; one look into an index. */
    protected abstract Optional<String> nextKeyId(String after);

    /** Rows that a key seals, in their order: the first ones, or those after a row. */
    protected abstract List<R> under(String keyId, @Nullable R after, int limit);

    /**
     * Seals a row anew with the newest key.
     *
     * @param before the key that seals it now
     * @return how many rows were changed, none if somebody was faster; empty if it does not open
     */
    protected abstract OptionalInt renew(R row, String before);

    /** What names a row in the log. */
    protected abstract String nameOf(R row);

    @Override
    public void afterSingletonsInstantiated() {
        keys.require(inUse());
    }

    /** Looks at night, and once after a start, for what an older key seals. */
    @Scheduled(cron = "${carddesk.keys.cron:0 7 3 * * *}", zone = "${carddesk.zone:Europe/Copenhagen}")
    @Scheduled(initialDelayString = "${carddesk.keys.after-start:PT1M}")
    public void scheduled() {
        try {
            Renewed renewed = renew();
            if (renewed.renewed() > 0) {
                LOG.info("Sealed {} {} anew with the newest key; {} are left", renewed.renewed(), what, renewed.left());
            }
        } catch (RuntimeException stuck) {
            LOG.error("Sealing {} anew stopped; the next run goes on", what, stuck);
        }
    }

    /** Seals anew what an older key seals. What does not open stays as it is, and is told in one line. */
    public Renewed renew() {
        int renewed = 0;
        FailedRows closed = new FailedRows();
        for (String keyId : inUse()) {
            if (keyId.equals(keys.newest())) {
                continue;
            }
            List<R> part = under(keyId, null, AT_ONCE);
            while (!part.isEmpty()) {
                for (R row : part) {
                    OptionalInt changed = renew(row, keyId);
                    renewed += changed.orElse(0);
                    if (changed.isEmpty()) {
                        closed.add(nameOf(row));
                    }
                }
                part = under(keyId, part.getLast(), AT_ONCE);
            }
        }
        tell(closed);
        return new Renewed(renewed, closed.count());
    }

    private void tell(FailedRows closed) {
        if (keys.isGivenUp() && closed.count() > 0) {
            LOG.info("{} {} stay closed, because their key was given up", closed.count(), what);
            return;
        }
        closed.tell(
                LOG,
                what + " do not open and stay as they are",
                "Put the key that sealed them into " + keys.variableOfOlder() + ", or restore them from a backup.");
    }

    private List<String> inUse() {
        List<String> ids = new ArrayList<>();
        Optional<String> next = nextKeyId("");
        while (next.isPresent()) {
            ids.add(next.get());
            next = nextKeyId(next.get());
        }
        return ids;
    }
}
