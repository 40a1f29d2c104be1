package app.carddesk.evidence;

import app.carddesk.shared.ProofKind;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a proof. Published in the transaction of the change.
 *
 * @param what what happened
 * @param text free text of whoever decided or marked; for the case's timeline, not for the audit trail
 */
public record ProofChanged(
        UUID proof,
        UUID owner,
        ProofKind kind,
        What what,
        @Nullable String text) implements EvidenceEvent {

    /** What can happen to a proof. */
    public enum What {
        ADDED,
        /** The customer gave it by a one-time link. */
        ADDED_BY_LINK,
        ACCEPTED,
        REFUSED,
        /** It is shown as another kind now, and waits to be looked at again. */
        MOVED,
        /** A region was marked, or a mark taken back. */
        MARKED,
        UNMARKED,
        /** A region was covered for good, in everything that is kept. */
        COVERED,
        /** Somebody took a copy of a page out of the application. */
        DOWNLOADED,
        DECLARED_UNOBTAINABLE,
        DECLARATION_WITHDRAWN,
        REMOVED,
        /** Whoever removed it has put it back, as it was. */
        PUT_BACK
    }

    @Override
    public String act() {
        return "proof." + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable String after() {
        return kind.name();
    }
}
