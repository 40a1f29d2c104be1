package app.carddesk.evidence.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sweep of the store, by configuration under {@code carddesk.evidence.sweep}.
 *
 * @param grace how old a content must be that no row knows before it goes
 */
@ConfigurationProperties("carddesk.evidence.sweep")
record SweepSettings(@DefaultValue("1h") Duration grace) {

    SweepSettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("carddesk.evidence.sweep.grace must not be negative");
        }
    }
}
