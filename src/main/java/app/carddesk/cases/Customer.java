package app.carddesk.cases;

import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer: a record of their own that every case of theirs shares. What was not said is null. */
public record Customer(
        UUID id,
        @Nullable String name,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        @Nullable Language language,
        Instant createdAt) {}
