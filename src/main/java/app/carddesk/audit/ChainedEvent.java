package app.carddesk.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in its chain; see {@link ChainForm}.
 *
 * @param sequence counted from 1
 * @param previous the hash of the event before it in the stream
 * @param hash its own
 * @param at in whole microseconds, which is what both databases keep
 * @param actor null if nobody was signed in
 * @param cameFrom null for what the first release wrote
 */
record ChainedEvent(
        String stream,
        long sequence,
        int form,
        byte[] previous,
        byte[] hash,
        UUID id,
        Instant at,
        @Nullable UUID actor,
        @Nullable String cameFrom,
        String act,
        String subjectKind,
        UUID subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String personalDigest) {

    ChainedEvent sealedWith(byte[] own) {
        return new ChainedEvent(
                stream,
                sequence,
                form,
                previous,
                own,
                id,
                at,
                actor,
                cameFrom,
                act,
                subjectKind,
                subjectId,
                before,
                after,
                reason,
                personalDigest);
    }
}
