package app.carddesk.evidence;

import app.carddesk.evidence.pictures.PageArea;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A region of a page that proves the point, kept with the proof.
 *
 * @param page counted from 1
 * @param note what is to be seen there, in a few words of whoever marked it
 * @param madeBy what the person who marked it is called
 */
public record ProofMark(
        UUID id,
        UUID proof,
        int page,
        PageArea area,
        @Nullable String note,
        Instant madeAt,
        String madeBy) {}
