package app.carddesk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Language;
import app.carddesk.shared.Money;
import app.carddesk.shared.TypedAmount;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** An amount that is shown and typed again is the same amount, whatever language it is shown and typed in. */
class TypedAmountPropertyTest {

    private static final long MOST = 999_999_999_999L;

    @Property
    void what_is_shown_is_read_as_what_it_is(
            @ForAll Language language,
            @ForAll("currencies") String currency,
            @ForAll @LongRange(max = MOST) long minor) {
        Money money = Money.ofMinor(Math.min(minor, currency.equals("JPY") ? MOST / 100 : MOST), currency);
        Formats formats = Formats.in(language);

        assertThat(TypedAmount.of(formats.amount(money), money.currency())).isEqualTo(new TypedAmount.Read(money));
        assertThat(TypedAmount.of(formats.money(money), money.currency())).isEqualTo(new TypedAmount.Read(money));
    }

    @Property
    void whatever_is_typed_has_an_answer_and_none_that_is_more_than_its_digits(
            @ForAll("scribbles") String typed, @ForAll("currencies") String currency) {
        String digits = typed.replaceAll("[^0-9]", "");

        switch (TypedAmount.of(typed, Currency.getInstance(currency))) {
            case TypedAmount.Read(Money money) ->
                // Only zeros may be added, for decimals that were not typed, or left away in front.
                assertThat(digits.replaceFirst("^0+", "") + "00")
                        .startsWith(Long.toString(money.minor()).replaceFirst("0+$", ""));
            case TypedAmount.Ambiguous(var readings) ->
                assertThat(readings).isNotEmpty().hasSizeLessThan(3).doesNotHaveDuplicates();
            case TypedAmount.Nothing() -> assertThat(typed).isBlank();
            case TypedAmount.Unreadable(TypedAmount.Why why) -> assertThat(why).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("DKK", "SEK", "NOK", "EUR", "USD", "GBP", "JPY");
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings().withChars("0123456789.,:' -+()krDK€").ofMaxLength(14);
    }
}
