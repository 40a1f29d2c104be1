package app.carddesk.letters;

import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of letter says in one language.
 *
 * @param version 0 is what Carddesk came with
 * @param by who wrote this version, and {@code at} when; null for version 0
 */
public record Template(
        LetterKind kind,
        Language language,
        int version,
        LetterText text,
        @Nullable UUID by,
        @Nullable Instant at) {}
