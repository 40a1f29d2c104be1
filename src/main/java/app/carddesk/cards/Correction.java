package app.carddesk.cards;

import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what stands on a card. Two people stand behind each that is carried out.
 *
 * @param before the balance at the time it was asked for; nothing is carried out on any other
 * @param after the balance it leads to
 * @param entry the entry it takes back, of reversals only
 * @param words what whoever asked wrote
 * @param closing who confirmed, refused or withdrew it, or null while it waits
 */
public record Correction(
        UUID id,
        UUID cardId,
        Serial serial,
        CorrectionKind kind,
        Worth before,
        Worth after,
        @Nullable UUID entry,
        CorrectionReason reason,
        String words,
        CorrectionState state,
        UUID askedBy,
        Instant askedAt,
        @Nullable Closing closing) {

    /** @param words why it was refused */
    public record Closing(UUID by, Instant at, @Nullable String words) {}
}
