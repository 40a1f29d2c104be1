package app.carddesk.policies;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Currency DKK = Currency.getInstance("DKK");

    @Test
    void a_limit_is_read_in_major_units_of_its_currency() {
        Limits limits = new Limits(new Limits.Settings(Map.of("DKK", new BigDecimal("400.50"))));

        assertThat(limits.agentLimit(DKK)).contains(new Money(40_050, DKK));
    }

    @Test
    void a_currency_without_a_limit_is_always_decided() {
        Limits limits = new Limits(new Limits.Settings(Map.of("DKK", BigDecimal.TEN)));

        assertThat(limits.agentLimit(Currency.getInstance("USD"))).isEmpty();
    }

    @Test
    void without_settings_nothing_is_issued_without_a_decision() {
        assertThat(new Limits(new Limits.Settings(null)).agentLimit(DKK)).isEmpty();
    }
}
