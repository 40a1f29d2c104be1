package app.carddesk.shared;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on money, personal data, downloads, roles, sign-ins or settings that the audit trail must keep. Published
 * inside the transaction of the act; the audit module writes it in that same transaction, adding who acted, when, and
 * from where.
 *
 * <p>Values are codes and identifiers, never personal text and never a redemption code; what is personal goes into
 * {@link #personal()}.
 */
public interface AuditedEvent {

    /** The longest name of a chain. */
    int LONGEST_STREAM = 90;

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

    /** Why, where a person gave a reason in a closed vocabulary. Free text is a {@linkplain #personal() personal} value. */
    default @Nullable String reason() {
        return null;
    }

    /** Personal values and free texts, at most one for each slot. */
    default List<PersonalValue> personal() {
        return List.of();
    }

    /** Who acted, where that is not whoever is signed in: someone who is just signing in or out. */
    default @Nullable UUID actor() {
        return null;
    }

    /**
     * The chain this act belongs to, at most {@value #LONGEST_STREAM} characters. Acts on one chain wait for each other
     * at the end of their transactions; others do not.
     */
    default String stream() {
        return subjectKind() + ":" + subjectId();
    }
}
