package app.carddesk.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person was told.
 *
 * @param subject the readable number of what it is about, such as a case number; never anything of a customer
 * @param address where it leads, below the application's root
 * @param by who did what it tells of; null if nobody did
 * @param read whether the person has seen to it
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        @Nullable String subject,
        String address,
        @Nullable UUID by,
        Instant at,
        boolean read) {}
