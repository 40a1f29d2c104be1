package app.carddesk.replacements;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor decided on a request. Published in the transaction of the decision.
 *
 * @param concerns the customer, or the case as long as it has none
 * @param words why, in the supervisor's words; kept sealed
 */
record RequestDecided(
        UUID subjectId,
        UUID caseId,
        UUID concerns,
        DecisionOutcome outcome,
        @Nullable String words) implements AuditedEvent {

    static RequestDecided of(ReplacementRequest request, DecisionOutcome outcome, @Nullable String words) {
        UUID customer = request.customerId();
        return new RequestDecided(
                request.id(), request.caseId(), customer == null ? request.caseId() : customer, outcome, words);
    }

    @Override
    public String act() {
        return "request.decided";
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
    public String after() {
        return outcome.name();
    }

    @Override
    public List<PersonalValue> personal() {
        return words == null ? List.of() : List.of(new PersonalValue(concerns, Slot.WHY, words));
    }

    /** Without the words, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "RequestDecided[" + subjectId + ", " + outcome + "]";
    }
}
