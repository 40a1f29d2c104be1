package app.carddesk.guides;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer asked about that is about no card.
 *
 * @param outcome null as long as it is open, and so is {@code closedAt}
 * @param note what whoever goes on with it should know; nothing personal
 */
public record Inquiry(
        UUID id,
        InquiryTopic topic,
        @Nullable InquiryOutcome outcome,
        @Nullable String note,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant undoneAt) {

    /** How long closing can be undone. */
    public static final Duration UNDO = Duration.ofMinutes(1);

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 280;

    public boolean canBeUndone(Instant now) {
        return closedAt != null && undoneAt == null && now.isBefore(closedAt.plus(UNDO));
    }
}
