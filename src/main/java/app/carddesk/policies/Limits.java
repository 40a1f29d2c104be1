package app.carddesk.policies;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/** Up to which amount an agent may issue a replacement without anyone deciding. */
@Service
@ForDesk
public class Limits {

    private final Map<Currency, Money> agent;

    Limits(Settings settings) {
        this.agent = settings.agent().entrySet().stream()
                .map(limit -> Money.of(limit.getValue(), Currency.getInstance(limit.getKey())))
                .collect(Collectors.toUnmodifiableMap(Money::currency, limit -> limit));
    }

    /** The limit in this currency; empty means that every replacement in it is decided by a supervisor. */
    public Optional<Money> agentLimit(Currency currency) {
        return Optional.ofNullable(agent.get(currency));
    }

    /**
     * @param agent limits by currency code, in major units
     */
    @ConfigurationProperties("carddesk.limits")
    record Settings(Map<String, BigDecimal> agent) {

        Settings(Map<String, BigDecimal> agent) {
            this.agent = agent == null ? Map.of() : Map.copyOf(agent);
        }
    }
}
