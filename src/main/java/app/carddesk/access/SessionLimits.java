package app.carddesk.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts, by configuration under {@code carddesk.session}.
 *
 * @param idle without a key, a click or a touch of its person
 * @param longest whatever its person does
 * @param warning how long before either the person is told
 */
@ConfigurationProperties("carddesk.session")
public record SessionLimits(
        @DefaultValue("20m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("60s") Duration warning) {

    public SessionLimits {
        if (!idle.isPositive() || !warning.isPositive() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "carddesk.session: every time must be positive, and the longest no shorter than the idle one");
        }
        if (longest.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("carddesk.session.longest: at most seven days");
        }
    }
}
