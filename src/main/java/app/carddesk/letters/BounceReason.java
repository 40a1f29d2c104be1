package app.carddesk.letters;

import org.jspecify.annotations.Nullable;

/** Why a letter came back, as far as its status code tells (RFC 3463). */
public enum BounceReason {
    /** There is no such mailbox, or it is closed. */
    MAILBOX_UNKNOWN,
    MAILBOX_FULL,
    /** There is no such domain, or no mail server of it. */
    DOMAIN_UNKNOWN,
    /** Taken for spam, or against the rules of whoever runs the mailbox. */
    REFUSED,
    OTHER;

    static BounceReason of(@Nullable String status) {
        return switch (status == null ? "" : status.substring(2)) {
            case "1.1", "1.3", "1.6", "1.10", "2.1" -> MAILBOX_UNKNOWN;
            case "2.2" -> MAILBOX_FULL;
            case "1.2", "4.4", "4.310" -> DOMAIN_UNKNOWN;
            case String code when code.startsWith("7.") -> REFUSED;
            default -> OTHER;
        };
    }
}
