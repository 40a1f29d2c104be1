package app.carddesk.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in whole minor units of its currency. Never negative: a debt is a transfer the other way.
 *
 * @param minor the amount in minor units, for example øre
 * @param currency an ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Worth, Comparable<Money> {

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("An amount of money is never negative");
        }
    }

    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * Reads a decimal amount such as {@code 400.50}.
     *
     * @throws ArithmeticException if the amount has more decimals than its currency or does not fit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The amount in major units, with the currency's own number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public long quantity() {
        return minor;
    }

    @Override
    public String unit() {
        return currency.getCurrencyCode();
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /**
     * Takes away an amount of the same currency.
     *
     * @throws IllegalArgumentException if the currencies differ or more is taken than there is
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
    }
}
