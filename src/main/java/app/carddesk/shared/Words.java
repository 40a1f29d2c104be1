package app.carddesk.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write to explain an act: never empty, never endless, and never holding a redemption code. */
public final class Words {

    /** The most characters that are kept. */
    public static final int LONGEST = 2000;

    private Words() {}

    /** What can be wrong with a text. */
    public enum Fault {
        MISSING,
        TOO_LONG,
        /** It holds something that looks like a redemption code; those are never kept. */
        HOLDS_CODE
    }

    /** What is wrong with a text, or empty if it can be kept. */
    public static Optional<Fault> fault(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(Fault.MISSING);
        }
        if (text.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return RedemptionCodes.containsCode(text) ? Optional.of(Fault.HOLDS_CODE) : Optional.empty();
    }
}
