package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case was opened. Published in its transaction. */
public record CaseOpened(UUID caseId, CaseNumber number) implements AuditedEvent {

    @Override
    public String act() {
        return "case.opened";
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
    public @Nullable String after() {
        return number.toString();
    }
}
