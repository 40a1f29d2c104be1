package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency DKK = Currency.getInstance("DKK");
    private static final Currency SEK = Currency.getInstance("SEK");

    @Test
    void is_kept_in_whole_minor_units() {
        assertThat(Money.of(new BigDecimal("500.05"), DKK)).isEqualTo(new Money(50_005, DKK));
        assertThat(Money.of(new BigDecimal("500"), Currency.getInstance("JPY")).minor())
                .isEqualTo(500);
        assertThat(new Money(50_005, DKK).amount()).isEqualByComparingTo("500.05");
    }

    @Test
    void refuses_more_decimals_than_the_currency_has() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("1.005"), DKK)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void is_never_negative() {
        assertThatThrownBy(() -> new Money(-1, DKK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1, DKK).minus(new Money(2, DKK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_mixes_currencies() {
        assertThatThrownBy(() -> new Money(1, DKK).plus(new Money(1, SEK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1, DKK).compareTo(new Money(1, SEK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_overflows_in_silence() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, DKK).plus(new Money(1, DKK)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void worth_is_written_as_quantity_and_unit_and_read_back() {
        Worth money = new Money(30_000, DKK);
        Worth content = new Content("album-1001", 1);

        assertThat(Worth.of(money.quantity(), money.unit())).isEqualTo(money);
        assertThat(Worth.of(content.quantity(), content.unit())).isEqualTo(content);
        assertThat(content.unit()).isEqualTo("item:album-1001");
    }
}
