package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a case: a picture that was given, or the declaration that one cannot be had. Where it stands is told for the
 * card the case is about: what was decided while the case was about another one does not count.
 *
 * @param owner the case
 * @param type what the file was that was given; null for a declaration, and where nobody knows any more
 * @param fileName the name the file came with, for people to recognise it; never used as a path
 * @param pages how many pages are shown; 0 for a declaration, and for a file of which no picture can be drawn here
 * @param width of the first page in pixels · @param height of the first page in pixels
 * @param about the serial number on the case, which the state belongs to; empty while the case has none
 * @param reason why it was refused or declared unobtainable
 * @param serialSeen who saw the serial number on it, and when; null if nobody did
 * @param acceptedBefore the serial number it was accepted for, if that was another one and nothing was decided since;
 *     empty if the case had none then
 * @param addedBy who added it, or asked the customer for it · @param cameBy how it came · @param decidedBy who accepted, refused or declared it
 * @param originalKept whether the file is kept as it was given, too
 * @param heldFor the request it stands behind, which is why it stays as it is; null if there is none
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
        String about,
        @Nullable String reason,
        @Nullable SerialSeen serialSeen,
        @Nullable String acceptedBefore,
        Instant addedAt,
        UUID addedBy,
        CameBy cameBy,
        @Nullable UUID decidedBy,
        boolean originalKept,
        @Nullable String heldFor,
        int revision) {

    /** How a proof came. */
    public enum CameBy {
        /** Somebody at the desk added it. */
        DESK,
        /** The customer gave it by a one-time link. */
        LINK
    }

    /**
     * That a serial number was read on a picture.
     *
     * @param serial the number that was read
     */
    public record SerialSeen(String serial, UUID by, Instant at) {}

    /** Whether somebody saw on it the serial number the case is about. */
    public boolean showsSerial() {
        return serialSeen != null && serialSeen.serial().equals(about);
    }

    /** Whether it is a file of which no picture can be drawn here. */
    public boolean isWithoutPreview() {
        return state != State.UNOBTAINABLE && pages == 0;
    }

    /** Where a proof stands. */
    public enum State {
        /** Given, and not yet looked at for the card the case is about. */
        NEW,
        ACCEPTED,
        REFUSED,
        /** Declared unobtainable, with a reason and no picture. */
        UNOBTAINABLE
    }
}
