package app.carddesk.shared;

import org.jspecify.annotations.Nullable;

/**
 * Lets free text into a table. Services refuse a text with a redemption code in it and say so; whatever reaches a table
 * past them, or is taken over from outside, passes here and has its codes covered.
 */
public final class FreeText {

    private FreeText() {}

    /** The text as it may be kept. */
    public static String kept(String text) {
        return RedemptionCodes.masked(text);
    }

    /** The text as it may be kept; null where there is none. */
    public static @Nullable String keptOrNull(@Nullable String text) {
        return text == null ? null : kept(text);
    }
}
