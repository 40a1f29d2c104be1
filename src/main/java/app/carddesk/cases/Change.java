package app.carddesk.cases;

import org.jspecify.annotations.Nullable;

/** What came of committing one field of a case. */
public sealed interface Change<T> {

    record Changed<T>(@Nullable T value) implements Change<T> {}

    /** The field held this value already. */
    record Unchanged<T>() implements Change<T> {}

    /**
     * Somebody else changed the field since it was read. Nothing was written.
     *
     * @param current what it holds now
     */
    record Conflict<T>(@Nullable T current) implements Change<T> {}

    /** Nothing was written. */
    record Refused<T>(CaseRefusal reason) implements Change<T> {}

    /** Another customer is known by this e-mail or phone; the case can be switched to them. Nothing was written. */
    record BelongsToAnother<T>(Customer other) implements Change<T> {}
}
