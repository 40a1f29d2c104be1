package app.carddesk.evidence.link;

import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link.
 *
 * @param owner the case that gets what is given by it
 * @param language the customer's
 * @param openedAt when a phone first opened it, which it belongs to since; null if none has
 */
public record UploadLink(
        UUID id,
        UUID owner,
        Language language,
        UUID madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant openedAt) {}
