package app.carddesk.replacements;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card was replaced by another. Published in the transaction that moved the money; whoever fails on it stops the
 * whole.
 *
 * @param replacement the link between both cards
 * @param customer whom the letter goes to, where the case knows
 */
public record ReplacementIssued(
        UUID replacement,
        UUID request,
        UUID caseId,
        @Nullable UUID customer,
        UUID oldCard,
        UUID newCard,
        Basis basis) implements AuditedEvent {

    @Override
    public String act() {
        return "replacement.issued";
    }

    @Override
    public String subjectKind() {
        return "request";
    }

    @Override
    public UUID subjectId() {
        return request;
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public String before() {
        return "card:" + oldCard;
    }

    @Override
    public String after() {
        return "card:" + newCard;
    }

    @Override
    public String reason() {
        return basis.name();
    }
}
