package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a case: a picture that was given, or the declaration that one cannot be had.
 *
 * @param owner the case
 * @param type what the file was that was given; null for a declaration, and where nobody knows any more
 * @param fileName the name the file came with, for people to recognise it; never used as a path
 * @param pages how many pages are shown; 0 for a declaration, and for a file of which no picture can be drawn here
 * @param width of the first page in pixels · @param height of the first page in pixels
 * @param reason why it was refused or declared unobtainable
 * @param serialSeen whether whoever looked at it saw the serial number on it
 * @param addedBy who added it, or asked the customer for it · @param cameBy how it came · @param decidedBy who accepted, refused or declared it
 * @param originalKept whether the file is kept as it was given, too
 * @param revision how often its pictures were changed since they were taken in; part of their address, so that nobody
 *     is shown what a browser remembers
 */
public record Proof(
        UUID id,
        UUID owner,
        ProofKind kind,
        State state,
        @Nullable FileType type,
        @Nullable String fileName,
        int pages,
        int width,
        int height,
        @Nullable String reason,
        boolean serialSeen,
        Instant addedAt,
        UUID addedBy,
        CameBy cameBy,
        @Nullable UUID decidedBy,
        boolean originalKept,
        int revision) {

    /** How a proof came. */
    public enum CameBy {
        /** Somebody at the desk added it. */
        DESK,
        /** The customer gave it by a one-time link. */
        LINK
    }

    /** Whether it is a file of which no picture can be drawn here. */
    public boolean isWithoutPreview() {
        return state != State.UNOBTAINABLE && pages == 0;
    }

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
