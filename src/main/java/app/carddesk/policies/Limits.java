package app.carddesk.policies;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/** Up to where agents may issue replacements without anyone deciding: each one, and together. */
@Service
@ForDesk
public class Limits {

    private final Map<Currency, Money> agent;
    private final Allowance personDay;
    private final Allowance customerMonth;
    private final Allowance card;

    /** @throws IllegalArgumentException naming the setting that is no limit */
    Limits(Settings settings) {
        this.agent = amounts("agent", settings.agent());
        this.personDay = allowance("person-day", settings.personDay());
        this.customerMonth = allowance("customer-month", settings.customerMonth());
        this.card = allowance("card", settings.card());
    }

    /** The limit in this currency; empty means that every replacement in it is decided by a supervisor. */
    public Optional<Money> agentLimit(Currency currency) {
        return Optional.ofNullable(agent.get(currency));
    }

    /** What one person may issue in a day of the installation's zone. */
    public Allowance personDay() {
        return personDay;
    }

    /** What one customer may be given in a month of the installation's zone. */
    public Allowance customerMonth() {
        return customerMonth;
    }

    /** What may be issued for a card and all it replaces, ever. */
    public Allowance card() {
        return card;
    }

    private static Allowance allowance(String name, @Nullable Span span) {
        if (span == null) {
            return Allowance.ANY;
        }
        Integer count = span.count();
        if (count != null && count < 0) {
            throw new IllegalArgumentException("carddesk.limits." + name + ".count is negative");
        }
        return new Allowance(count, amounts(name + ".amounts", span.amounts()));
    }

    private static Map<Currency, Money> amounts(String name, Map<String, BigDecimal> settings) {
        Map<Currency, Money> amounts = new LinkedHashMap<>();
        settings.forEach((code, amount) -> {
            try {
                Money limit = Money.of(amount, Currency.getInstance(code));
                amounts.put(limit.currency(), limit);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "carddesk.limits." + name + "." + code + " is no amount of a currency: " + amount, e);
            }
        });
        return Map.copyOf(amounts);
    }

    /**
     * @param agent the largest single replacement by currency code, in major units
     * @param personDay by person and day
     * @param customerMonth by customer and month
     * @param card by card, with those it replaces
     */
    @ConfigurationProperties("carddesk.limits")
    record Settings(
            Map<String, BigDecimal> agent,
            @Nullable Span personDay,
            @Nullable Span customerMonth,
            @Nullable Span card) {

        Settings(
                @Nullable Map<String, BigDecimal> agent,
                @Nullable Span personDay,
                @Nullable Span customerMonth,
                @Nullable Span card) {
            this.agent = agent == null ? Map.of() : Map.copyOf(agent);
            this.personDay = personDay;
            this.customerMonth = customerMonth;
            this.card = card;
        }
    }

    /**
     * @param count how many replacements, or null for any number
     * @param amounts how much by currency code, in major units; none for any amount
     */
    record Span(@Nullable Integer count, Map<String, BigDecimal> amounts) {

        Span(@Nullable Integer count, @Nullable Map<String, BigDecimal> amounts) {
            this.count = count;
            this.amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
        }
    }
}
