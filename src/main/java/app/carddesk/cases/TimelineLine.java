package app.carddesk.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param kind the key of its text below {@code timeline.}
 * @param field the {@linkplain CaseField#key() key} of the field it is about, if it is about one
 * @param before and after values in {@linkplain Canonical canonical form}
 * @param note what a person wrote
 * @param about the proof or the line it is about, if it is about one
 */
public record TimelineLine(
        UUID id,
        String kind,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable String note,
        @Nullable UUID about,
        UUID by,
        Instant at) {}
