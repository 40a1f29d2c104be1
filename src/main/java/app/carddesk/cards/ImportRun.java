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
 * @param answer what a second person said, where one was needed
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
        long refused,
        @Nullable Answer answer) {

    /**
     * What a second person said to it.
     *
     * @param words why not
     */
    public record Answer(UUID by, Instant at, @Nullable String words) {}

    /** What a file holds; its header decides. */
    public enum Content {
        CARDS,
        STOCK
    }

    /** Where an import stands. */
    public enum State {
        WAITING,
        RUNNING,
        /** Read through, and not in the register: it would bring money, so a second person confirms it first. */
        UNCONFIRMED,
        DONE,
        /** Stopped by a person between two batches; what was taken before stays. */
        CANCELLED,
        /** A second person said no; nothing of it was taken. */
        REFUSED,
        /** Nobody confirmed it in time; nothing of it was taken. */
        EXPIRED,
        FAILED;

        public boolean isOver() {
            return switch (this) {
                case WAITING, RUNNING, UNCONFIRMED -> false;
                case DONE, CANCELLED, REFUSED, EXPIRED, FAILED -> true;
            };
        }

        /** Whether a process is at it, or about to be. */
        boolean isWorkedOn() {
            return this == WAITING || this == RUNNING;
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
