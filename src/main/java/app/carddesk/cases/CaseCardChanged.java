package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case is about another card than before. Published in the transaction of the change. */
record CaseCardChanged(
        UUID subjectId, @Nullable String before, @Nullable String after) implements AuditedEvent {

    @Override
    public String act() {
        return "case.card";
    }

    @Override
    public String subjectKind() {
        return "case";
    }
}
