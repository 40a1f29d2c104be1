package app.carddesk.evidence.reuse;

import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof whose picture was given elsewhere, too.
 *
 * @param flag names this finding
 * @param proof the proof of the case that is looked at · @param page its page, counted from 1
 * @param other where else, as far as the person signed in may see it; null if they may not
 * @param seen by whom it was called harmless; null if nobody has looked yet
 */
public record ReusedProof(
        UUID flag,
        UUID proof,
        int page,
        Degree degree,
        @Nullable Other other,
        @Nullable Seen seen) {

    /**
     * The other place.
     *
     * @param owner what people call the case · @param sameOwner whether it is the case that is looked at itself
     */
    public record Other(UUID proof, int page, String owner, boolean sameOwner, ProofKind kind, Instant addedAt) {}

    /** That somebody looked. */
    public record Seen(UUID by, Instant at, String reason) {}
}
