package app.carddesk.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the whole trail.
 *
 * @param expected how many events there are to read, about
 * @param events how many were read
 * @param anchors in the database
 * @param outside anchors in the file outside the database
 * @param findings how many things are not as they were written
 */
public record VerificationRun(
        UUID id,
        State state,
        Instant startedAt,
        UUID startedBy,
        @Nullable Instant finishedAt,
        long expected,
        long events,
        long streams,
        long anchors,
        long outside,
        long findings) {

    /** How it stands. */
    public enum State {
        RUNNING,
        /** Everything is as it was written. */
        SOUND,
        /** Something is not; the findings name it. */
        BROKEN,
        /** It did not come to its end, and says nothing. */
        FAILED
    }
}
