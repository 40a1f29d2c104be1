package app.carddesk.replacements;

import org.jspecify.annotations.Nullable;

/** What a supervisor decides on a request. */
public sealed interface Decision {

    /**
     * Issue a replacement.
     *
     * @param reason needed, and kept, where the verdict does not say so itself
     */
    record Approve(@Nullable String reason) implements Decision {}

    /** Hand the request back to the requester. */
    record Return(String question) implements Decision {}

    /** No replacement, with the answer the customer gets. */
    record Refuse(String reason) implements Decision {}
}
