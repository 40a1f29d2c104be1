package app.carddesk.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.policies.Allowance.Used;
import app.carddesk.policies.Limits.Settings;
import app.carddesk.policies.Limits.Span;
import app.carddesk.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Currency DKK = Currency.getInstance("DKK");
    private static final Currency SEK = Currency.getInstance("SEK");

    @Test
    void a_limit_is_read_in_major_units_of_its_currency() {
        Limits limits = agent(Map.of("DKK", new BigDecimal("400.50")));

        assertThat(limits.agentLimit(DKK)).contains(new Money(40_050, DKK));
    }

    @Test
    void a_currency_without_a_limit_is_always_decided() {
        Limits limits = agent(Map.of("DKK", BigDecimal.TEN));

        assertThat(limits.agentLimit(Currency.getInstance("USD"))).isEmpty();
    }

    @Test
    void without_settings_nothing_is_issued_without_a_decision() {
        assertThat(agent(null).agentLimit(DKK)).isEmpty();
        assertThat(agent(null).personDay().isAny()).isTrue();
    }

    @Test
    void an_allowance_is_used_up_to_the_last_unit_and_not_beyond() {
        Allowance day = day(new Span(null, Map.of("DKK", BigDecimal.TEN)));

        assertThat(day.allows(used(0, 900), new Money(100, DKK))).isTrue();
        assertThat(day.allows(used(0, 901), new Money(100, DKK))).isFalse();
        assertThat(day.allows(used(0, 1_001), new Money(0, DKK))).isFalse();
    }

    @Test
    void a_count_holds_in_every_currency() {
        Allowance day = day(new Span(2, Map.of()));

        assertThat(day.allows(used(1, 0), new Money(1, SEK))).isTrue();
        assertThat(day.allows(used(2, 0), new Money(1, SEK))).isFalse();
    }

    @Test
    void zero_allows_nothing() {
        assertThat(day(new Span(0, Map.of())).allows(used(0, 0), new Money(1, DKK)))
                .isFalse();
        assertThat(day(new Span(null, Map.of("DKK", BigDecimal.ZERO))).allows(used(0, 0), new Money(1, DKK)))
                .isFalse();
    }

    @Test
    void a_currency_that_is_not_named_has_no_allowance_where_others_have() {
        assertThat(day(new Span(null, Map.of("DKK", BigDecimal.TEN))).allows(used(0, 0), new Money(1, SEK)))
                .isFalse();
    }

    @Test
    void sums_beyond_every_amount_do_not_overflow_into_an_allowance() {
        Allowance day = day(new Span(null, Map.of("DKK", new BigDecimal("92233720368547758.07"))));

        assertThat(day.allows(used(0, Long.MAX_VALUE), new Money(1, DKK))).isFalse();
        assertThat(day.allows(
                        new Used(0, BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TEN)),
                        new Money(Long.MAX_VALUE, DKK)))
                .isFalse();
        assertThat(day.allows(used(0, 0), new Money(Long.MAX_VALUE, DKK))).isTrue();
    }

    @Test
    void settings_that_are_no_limits_are_named_at_the_start() {
        assertThatThrownBy(() -> agent(Map.of("DKK", new BigDecimal("-1"))))
                .hasMessageContaining("carddesk.limits.agent.DKK");
        assertThatThrownBy(() -> agent(Map.of("DKK", new BigDecimal("1.001"))))
                .hasMessageContaining("carddesk.limits.agent.DKK");
        assertThatThrownBy(() -> agent(Map.of("DKK", new BigDecimal("1e30"))))
                .hasMessageContaining("carddesk.limits.agent.DKK");
        assertThatThrownBy(() -> agent(Map.of("KRONER", BigDecimal.ONE))).hasMessageContaining("KRONER");
        assertThatThrownBy(() -> day(new Span(-1, Map.of()))).hasMessageContaining("carddesk.limits.person-day.count");
        assertThatThrownBy(() -> day(new Span(null, Map.of("SEK", new BigDecimal("-0.01")))))
                .hasMessageContaining("carddesk.limits.person-day.amounts.SEK");
    }

    private static Limits agent(Map<String, BigDecimal> amounts) {
        return new Limits(new Settings(amounts, null, null, null));
    }

    private static Allowance day(Span span) {
        return new Limits(new Settings(Map.of(), span, null, null)).personDay();
    }

    private static Used used(long count, long minor) {
        return new Used(count, BigInteger.valueOf(minor));
    }
}
