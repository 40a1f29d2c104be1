package app.carddesk.evidence;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proof's file was handed out as it was given. Published in the transaction that reads it. */
public record OriginalDownloaded(UUID proof, UUID owner) implements AuditedEvent {

    @Override
    public String act() {
        return "proof.original.downloaded";
    }

    @Override
    public String subjectKind() {
        return "case";
    }

    @Override
    public UUID subjectId() {
        return owner;
    }

    @Override
    public @Nullable String after() {
        return proof.toString();
    }
}
