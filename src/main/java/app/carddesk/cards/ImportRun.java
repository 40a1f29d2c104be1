package app.carddesk.cards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file.
 *
 * @param content what the file held, or null while its header is not read or cannot be
 * @param problem why it failed, if it did
 * @param bytesRead how far it has come of {@code bytesTotal}
 */
public record ImportRun(
        UUID id,
        String fileName,
        @Nullable Content content,
        State state,
        @Nullable Problem problem,
        Instant startedAt,
        UUID startedBy,
        @Nullable Instant finishedAt,
        long bytesTotal,
        long bytesRead,
        long accepted,
        long refused) {

    /** What a file holds; its header decides. */
    public enum Content {
        CARDS,
        STOCK
    }

    /** Where an import stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** Stopped by a person between two batches; what was taken before stays. */
        CANCELLED,
        FAILED;

        public boolean isOver() {
            return switch (this) {
                case WAITING, RUNNING -> false;
                case DONE, CANCELLED, FAILED -> true;
            };
        }
    }

    /** Why a whole import failed. What was taken before stays, so the same file can be imported again. */
    public enum Problem {
        EMPTY_FILE,
        NOT_UTF8,
        BROKEN_CSV,
        UNKNOWN_COLUMN,
        REPEATED_COLUMN,
        MISSING_COLUMN,
        /** The application was stopped, or ended, while it ran. */
        INTERRUPTED,
        /** Anything unexpected; the log has the rest. */
        UNEXPECTED
    }

    /** How far it has come, in hundredths. */
    public int percent() {
        return bytesTotal == 0 ? 100 : (int) Math.min(100, bytesRead * 100 / bytesTotal);
    }
}
