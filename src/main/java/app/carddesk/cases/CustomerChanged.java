package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of a customer were written. Published in the transaction of the change; it names the field and never
 * says what stands in it.
 */
public record CustomerChanged(UUID customerId, UUID caseId, String field) implements AuditedEvent {

    /** The {@code field} of a case that was given to another customer. */
    public static final String WHO = "customer";

    @Override
    public String act() {
        return "customer.changed";
    }

    @Override
    public String subjectKind() {
        return "customer";
    }

    @Override
    public UUID subjectId() {
        return customerId;
    }

    @Override
    public @Nullable String after() {
        return field;
    }
}
