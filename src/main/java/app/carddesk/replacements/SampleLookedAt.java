package app.carddesk.replacements;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor looked at what was issued without a decision and drawn to be looked at. Published in the transaction of
 * the act.
 *
 * @param subjectId the request it was issued on
 * @param concerns the customer, or the case as long as it has none
 * @param words what the supervisor wrote; kept sealed
 */
record SampleLookedAt(
        UUID subjectId,
        UUID caseId,
        UUID concerns,
        @Nullable String words) implements AuditedEvent {

    @Override
    public String act() {
        return "request.lookedAt";
    }

    @Override
    public String subjectKind() {
        return "request";
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public List<PersonalValue> personal() {
        return words == null ? List.of() : List.of(new PersonalValue(concerns, Slot.WHY, words));
    }

    /** Without the words, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "SampleLookedAt[" + subjectId + "]";
    }
}
