package app.carddesk.cases;

import app.carddesk.cards.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a case page shows, read in one go with a constant number of queries.
 *
 * @param serial of the card, or what was read out when the register does not know it
 * @param steps what was tried with the customer, in that order
 * @param timeline newest first
 * @param drafts what the reader typed and never committed, by field
 * @param earlier the customer's other cases, newest first
 * @param contradictions what was typed and does not fit what the register says
 * @param own whether the case is about the reader, who therefore only reads it
 */
public record CaseContents(
        CaseDossier dossier,
        CaseValues values,
        @Nullable Serial serial,
        @Nullable Customer customer,
        List<DoneStep> steps,
        List<TimelineLine> timeline,
        Map<String, String> drafts,
        List<CaseLine> earlier,
        List<Contradiction> contradictions,
        boolean own) {

    /** The newest line of the timeline. */
    public Optional<UUID> latestLine() {
        return timeline.stream().map(TimelineLine::id).findFirst();
    }

    /** Whether the case takes changes from its reader. */
    public boolean isEditable() {
        return !own && !dossier.summary().state().isClosed();
    }
}
