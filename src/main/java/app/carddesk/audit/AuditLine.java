package app.carddesk.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the trail.
 *
 * @param actor who acted; null if nobody was signed in
 * @param cameFrom the address it came from; null for what the first release wrote
 * @param hasPersonal whether sealed personal values belong to it
 * @param stream and place of the event in its chain
 * @param hash in hexadecimal
 */
public record AuditLine(
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
        boolean hasPersonal,
        String stream,
        long sequence,
        String hash) {

    /** Where this stands among all events. */
    public Key key() {
        return new Key(at, id);
    }

    /** A place in the list of all events, which begins with the newest. */
    public record Key(Instant at, UUID id) {}

    static AuditLine of(ChainedEvent event) {
        return new AuditLine(
                event.id(),
                event.at(),
                event.actor(),
                event.cameFrom(),
                event.act(),
                event.subjectKind(),
                event.subjectId(),
                event.before(),
                event.after(),
                event.reason(),
                event.personalDigest() != null,
                event.stream(),
                event.sequence(),
                ChainForm.hex(event.hash()));
    }
}
