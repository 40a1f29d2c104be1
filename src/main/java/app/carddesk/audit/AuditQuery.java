package app.carddesk.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events to look for; what is null or blank does not narrow it.
 *
 * @param act what the name of the act begins with, such as {@code sign-in}
 * @param subject an identifier of a subject or an event, the name of a chain, a case number or a serial
 * @param from the first moment
 * @param until the first moment that no longer counts
 */
public record AuditQuery(
        @Nullable UUID person,
        String act,
        String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditQuery EVERYTHING = new AuditQuery(null, "", "", null, null);
}
