package app.carddesk.letters;

import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter that waits to be sent. It holds neither text nor code.
 *
 * @param language the customer's own, or English where that is not known
 */
public record Letter(UUID id, LetterKind kind, Language language, Instant createdAt) {}
