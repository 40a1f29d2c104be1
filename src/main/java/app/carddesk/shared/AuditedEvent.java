package app.carddesk.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on money, personal data or settings that the audit trail must keep. Published inside the transaction of the
 * act; the audit module writes it in that same transaction, adding who acted and when.
 *
 * <p>Values are codes and identifiers, never personal text and never a redemption code.
 */
public interface AuditedEvent {

    /** What was done, as a stable dotted name such as {@code replacement.issued}. */
    String act();

    /** What it was done to: {@code card}, {@code case}, {@code person} … */
    String subjectKind();

    UUID subjectId();

    default @Nullable String before() {
        return null;
    }

    default @Nullable String after() {
        return null;
    }

    /** Why, where a person gave a reason in a closed vocabulary. Free text stays with the case. */
    default @Nullable String reason() {
        return null;
    }
}
