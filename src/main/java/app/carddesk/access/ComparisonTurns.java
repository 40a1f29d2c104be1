package app.carddesk.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Lets passwords be compared one after the other. Comparing keeps a core busy for a good part of a second: the other
 * cores are left to those who are at work.
 *
 * <p>A crowd of strangers holds up itself: few of one network, or of one known device, wait at once and the others are
 * turned away, and known devices have a lane in which no stranger waits.
 */
final class ComparisonTurns {

    /** Attempts of one network, or of one known device, that wait at once. */
    private static final int WAITING = 2;

    /** How much of the usual time the last comparison makes up, one part in so many. */
    private static final int PARTS = 8;

    private final Semaphore strangers;
    private final Semaphore known = new Semaphore(1, true);
    private final Duration patience;
    private final Map<String, Integer> waiting = new HashMap<>();
    private final AtomicLong usualNanos = new AtomicLong();

    /**
     * @param turns comparisons at once of whoever comes from a device that is not known
     * @param patience how long an attempt waits at most
     */
    ComparisonTurns(int turns, Duration patience) {
        this.strangers = new Semaphore(turns, true);
        this.patience = patience;
    }

    /**
     * Queues up, and throws an {@link AuthenticationServiceException} where too many of the same origin wait already.
     *
     * @param network where the attempt comes from
     * @param device the device, if it is known; null otherwise
     */
    Place queue(String network, @Nullable String device) {
        return device == null ? new Place("network " + network, strangers) : new Place("device " + device, known);
    }

    /** Lets as much time pass as a comparison usually takes, without one, and throws as {@link #queue} does. */
    void passUsualTime(String network) {
        try (Place place = new Place("closed " + network, known)) {
            place.sleep(usualNanos.get());
        }
    }

    private void compared(long nanos) {
        usualNanos.updateAndGet(usual -> usual == 0 ? nanos : usual + (nanos - usual) / PARTS);
    }

    private static AuthenticationServiceException tooMany() {
        return new AuthenticationServiceException("Too many sign-ins at once");
    }

    private static AuthenticationServiceException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new AuthenticationServiceException("Interrupted", stopped);
    }

    /** A place in the queue, of one attempt on one thread; it is free again when it closes. */
    final class Place implements AutoCloseable {

        private final String from;
        private final Semaphore lane;
        private boolean left;

        private Place(String from, Semaphore lane) {
            this.from = from;
            this.lane = lane;
            synchronized (waiting) {
                int before = waiting.getOrDefault(from, 0);
                if (before >= WAITING) {
                    throw tooMany();
                }
                waiting.put(from, before + 1);
            }
        }

        /**
         * Waits for a turn, leaves the queue and compares. Throws an {@link AuthenticationServiceException} if the turn
         * does not come in time, and whatever the comparison throws.
         */
        boolean compare(BooleanSupplier comparison) {
            try {
                if (!lane.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw tooMany();
                }
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
            try {
                close();
                long begun = System.nanoTime();
                boolean right = comparison.getAsBoolean();
                compared(System.nanoTime() - begun);
                return right;
            } finally {
                lane.release();
            }
        }

        private void sleep(long nanos) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }

        @Override
        public void close() {
            if (left) {
                return;
            }
            left = true;
            synchronized (waiting) {
                int before = waiting.getOrDefault(from, 0);
                if (before > 1) {
                    waiting.put(from, before - 1);
                } else {
                    waiting.remove(from);
                }
            }
        }
    }
}
