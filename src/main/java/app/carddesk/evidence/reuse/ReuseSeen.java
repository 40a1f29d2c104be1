package app.carddesk.evidence.reuse;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/**
 * Somebody looked at a picture that was given before and said why that is harmless. Published in the transaction.
 *
 * @param reason in their words; for the case's timeline, not for the audit trail
 */
public record ReuseSeen(UUID flag, UUID owner, String reason) implements AuditedEvent {

    @Override
    public String act() {
        return "proof.reuse_seen";
    }

    @Override
    public String subjectKind() {
        return "case";
    }

    @Override
    public UUID subjectId() {
        return owner;
    }
}
