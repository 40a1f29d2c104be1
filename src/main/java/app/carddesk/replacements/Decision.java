package app.carddesk.replacements;

import org.jspecify.annotations.Nullable;

/** What a supervisor decides on a request. */
public sealed interface Decision {

    /**
     * Issue a replacement.
     *
     * @param reason needed, and kept, where the verdict does not say so itself
     * @param seen what was shown to stand against the request; null where nothing but its own flags was
     */
    record Approve(@Nullable String reason, @Nullable Outlook seen) implements Decision {

        /** By somebody who saw what the request itself says, and nothing that came later. */
        public Approve(@Nullable String reason) {
            this(reason, null);
        }
    }

    /** Hand the request back to the requester. */
    record Return(String question) implements Decision {}

    /** No replacement, with the answer the customer gets. */
    record Refuse(String reason) implements Decision {}
}
