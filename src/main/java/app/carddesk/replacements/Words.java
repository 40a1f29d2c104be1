package app.carddesk.replacements;

import app.carddesk.shared.RedemptionCodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write on a request: never empty, never endless, and never holding a redemption code. */
public final class Words {

    /** The most characters that are kept. */
    public static final int LONGEST = 2000;

    private Words() {}

    /** What is wrong with a text, or empty if it can be kept. */
    public static Optional<Refusal.Fault> fault(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(Refusal.Fault.MISSING);
        }
        if (text.length() > LONGEST) {
            return Optional.of(Refusal.Fault.TOO_LONG);
        }
        return RedemptionCodes.containsCode(text) ? Optional.of(Refusal.Fault.HOLDS_CODE) : Optional.empty();
    }
}
