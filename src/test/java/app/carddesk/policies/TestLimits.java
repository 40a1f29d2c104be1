package app.carddesk.policies;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits for tests; each single replacement up to 1000 kroner, and what the test says besides. */
public final class TestLimits {

    private static final Map<String, BigDecimal> EACH = Map.of("DKK", BigDecimal.valueOf(1000));

    private TestLimits() {}

    /** At most this many, and at most this much in kroner; null for any. */
    public record Most(@Nullable Integer count, @Nullable Integer kroner) {

        private Limits.Span span() {
            return new Limits.Span(count, kroner == null ? Map.of() : Map.of("DKK", BigDecimal.valueOf(kroner)));
        }
    }

    public static Limits personDay(Most most) {
        return new Limits(new Limits.Settings(EACH, most.span(), null, null));
    }

    public static Limits customerMonth(Most most) {
        return new Limits(new Limits.Settings(EACH, null, most.span(), null));
    }

    public static Limits card(Most most) {
        return new Limits(new Limits.Settings(EACH, null, null, most.span()));
    }

    /** Nothing held back but each replacement by itself. */
    public static Limits none() {
        return new Limits(new Limits.Settings(EACH, null, null, null));
    }
}
