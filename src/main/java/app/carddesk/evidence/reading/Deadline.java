package app.carddesk.evidence.reading;

import java.time.Duration;

/** When a piece of work must be done. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return leftNanos() <= 0;
    }

    /** What is left; zero or less once it is over. */
    long leftNanos() {
        return nanos - System.nanoTime();
    }
}
