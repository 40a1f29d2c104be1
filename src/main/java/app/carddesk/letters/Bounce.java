package app.carddesk.letters;

import org.jspecify.annotations.Nullable;

/**
 * That a letter came back.
 *
 * @param status the code of RFC 3463, such as {@code 5.1.1}; null where the mail system said none
 */
public record Bounce(BounceReason reason, @Nullable String status) {}
