package app.carddesk.shared;

import java.util.Currency;
import java.util.List;

/**
 * What a person means who types an amount of money. It is read alike in every language: the last point or comma with one
 * or two digits behind it is the decimal mark, whatever the language of the screen makes of it; points, commas, blanks
 * and apostrophes before it part thousands. Digits of any script count, and the currency may stand before or behind. What
 * can be read in two ways is never guessed.
 */
public sealed interface TypedAmount {

    /** Nothing was typed. */
    record Nothing() implements TypedAmount {}

    /** One amount, and no other. */
    record Read(Money money) implements TypedAmount {}

    /**
     * A single mark with three digits behind it may part thousands or be the decimal mark, as in {@code 1.000}.
     *
     * @param readings what may be meant: with thousands, then, if that is an amount of the currency, with decimals
     */
    record Ambiguous(List<Money> readings) implements TypedAmount {

        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /** No amount that can be taken. */
    record Unreadable(Why why) implements TypedAmount {}

    /** Why what was typed is no amount. */
    enum Why {
        NOT_AN_AMOUNT,
        NEGATIVE,
        OTHER_CURRENCY,
        /** More decimals than the currency has. */
        TOO_FINE,
        TOO_LARGE
    }

    /**
     * Reads an amount of a currency.
     *
     * @param typed as it was typed or pasted
     */
    static TypedAmount of(String typed, Currency currency) {
        return typed.isBlank() ? new Nothing() : new AmountReader(currency).read(typed);
    }
}
