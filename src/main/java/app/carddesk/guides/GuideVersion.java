package app.carddesk.guides;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that a guide had, or has.
 *
 * @param number counted from 1; 0 is the text that came with Carddesk
 * @param text what was read then; where the version returned to what came with Carddesk, that text as it is today
 * @param asShipped whether it returned to what came with Carddesk
 * @param restoredFrom the version whose text was brought back, if it was
 * @param at null for the text that came with Carddesk, and so is {@code by}
 */
public record GuideVersion(
        int number,
        GuideText text,
        boolean asShipped,
        @Nullable Integer restoredFrom,
        @Nullable Instant at,
        @Nullable UUID by) {}
