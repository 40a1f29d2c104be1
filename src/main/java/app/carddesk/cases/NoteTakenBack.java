package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/**
 * Somebody took a note back that they had just written. Published in the transaction of the act.
 *
 * @param note the line of the timeline that no longer counts
 */
record NoteTakenBack(UUID subjectId, UUID note) implements AuditedEvent {

    @Override
    public String act() {
        return "case.note_taken_back";
    }

    @Override
    public String subjectKind() {
        return "case";
    }

    @Override
    public String after() {
        return note.toString();
    }
}
