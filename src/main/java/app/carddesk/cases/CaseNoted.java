package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.List;
import java.util.UUID;

/**
 * Somebody wrote a note into a case. Published in the transaction of the note.
 *
 * @param concerns the customer, or the case as long as it has none
 * @param note word for word; personal, and kept sealed
 */
record CaseNoted(UUID subjectId, UUID concerns, String note) implements AuditedEvent {

    @Override
    public String act() {
        return "case.noted";
    }

    @Override
    public String subjectKind() {
        return "case";
    }

    @Override
    public List<PersonalValue> personal() {
        return List.of(new PersonalValue(concerns, Slot.AFTER, note));
    }

    /** Without the note, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "CaseNoted[" + subjectId + "]";
    }
}
