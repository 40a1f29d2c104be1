package app.carddesk.policies;

import app.carddesk.shared.Money;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much may be issued without a decision within a span: for a person in a day, for a customer in a month, for a
 * card with those it replaces.
 *
 * @param count how many, or null for any number
 * @param amounts how much by currency; where any is named, a currency that is not has no allowance
 */
public record Allowance(@Nullable Integer count, Map<Currency, Money> amounts) {

    /** Nothing is held back. */
    public static final Allowance ANY = new Allowance(null, Map.of());

    public Allowance {
        amounts = Map.copyOf(amounts);
    }

    /**
     * What was issued within the span.
     *
     * @param count replacements in whatever currency
     * @param minor minor units in the currency of the one that is asked for; the sum may be larger than any amount
     */
    public record Used(long count, BigInteger minor) {}

    /** Whether one more replacement of this amount stays within. */
    public boolean allows(Used used, Money more) {
        if (count != null && used.count() >= count) {
            return false;
        }
        if (amounts.isEmpty()) {
            return true;
        }
        Money most = amounts.get(more.currency());
        return most != null
                && used.minor().add(BigInteger.valueOf(more.minor())).compareTo(BigInteger.valueOf(most.minor())) <= 0;
    }

    /** Whether nothing is held back. */
    public boolean isAny() {
        return Objects.equals(this, ANY);
    }
}
