package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case moved from one state to another. Published in the transaction of the change. */
public record CaseStateChanged(UUID caseId, CaseState from, CaseState to) implements AuditedEvent {

    @Override
    public String act() {
        return "case.state_changed";
    }

    @Override
    public String subjectKind() {
        return "case";
    }

    @Override
    public UUID subjectId() {
        return caseId;
    }

    @Override
    public @Nullable String before() {
        return from.name();
    }

    @Override
    public @Nullable String after() {
        return to.name();
    }
}
