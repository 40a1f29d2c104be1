package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call-back was agreed, moved or done. Published in the transaction of the change. */
record CallBackChanged(
        UUID caseId, @Nullable Instant was, @Nullable Instant now) implements AuditedEvent {

    @Override
    public String act() {
        return "case.call_back";
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
        return was == null ? null : was.toString();
    }

    @Override
    public @Nullable String after() {
        return now == null ? null : now.toString();
    }
}
