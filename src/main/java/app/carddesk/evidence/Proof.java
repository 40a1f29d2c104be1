package app.carddesk.evidence;

import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a case: a picture that was given, or the declaration that one cannot be had.
 *
 * @param owner the case
 * @param fileName the name the file came with, for people to recognise it; never used as a path
 * @param reason why it was refused or declared unobtainable
 * @param serialSeen whether whoever looked at it saw the serial number on it
 * @param addedBy who added it · @param decidedBy who accepted, refused or declared it
 */
public record Proof(
        UUID id,
        UUID owner,
        ProofKind kind,
        State state,
        @Nullable String fileName,
        int width,
        int height,
        @Nullable String reason,
        boolean serialSeen,
        Instant addedAt,
        UUID addedBy,
        @Nullable UUID decidedBy) {

    /** Where a proof stands. */
    public enum State {
        /** Given, and not yet looked at. */
        NEW,
        ACCEPTED,
        REFUSED,
        /** Declared unobtainable, with a reason and no picture. */
        UNOBTAINABLE
    }
}
