package app.carddesk.shared;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A trouble that every row, request or window may have at once, so that each of them logging it would bury the log: the
 * first is told, and after that at most one in an hour, which says how many there were in between. For any number of
 * threads.
 */
public final class RecurringTrouble {

    static final Duration PAUSE = Duration.ofHours(1);

    private final LongSupplier nanoTime;
    private long told;
    private long untold;
    private boolean began;

    public RecurringTrouble() {
        this(System::nanoTime);
    }

    RecurringTrouble(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Logs, if it is time to.
     *
     * @param log writes the line, and ends it with the words it is given: how many were not told, or nothing
     */
    public void tell(Consumer<String> log) {
        long before;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (began && now - told < PAUSE.toNanos()) {
                untold++;
                return;
            }
            began = true;
            told = now;
            before = untold;
            untold = 0;
        }
        log.accept(before == 0 ? "" : " (and " + before + " times more since this was logged last)");
    }
}
