package app.carddesk.evidence.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a one-time link allows, by configuration under {@code carddesk.evidence.link}.
 *
 * @param openFor how long a link is open unless whoever makes it says otherwise
 * @param maxFiles the most files that are kept through one link
 * @param maxBytes the most bytes that arrive through one link, those of refused files included
 * @param maxAttempts how many links that are not open one address may try within {@code attemptWindow}
 */
@ConfigurationProperties("carddesk.evidence.link")
public record LinkLimits(
        @DefaultValue("1h") Duration openFor,
        @DefaultValue("12") int maxFiles,
        @DefaultValue("150MB") DataSize maxBytes,
        @DefaultValue("20") int maxAttempts,
        @DefaultValue("10m") Duration attemptWindow) {

    public LinkLimits {
        if (!openFor.isPositive() || !attemptWindow.isPositive()) {
            throw new IllegalArgumentException("carddesk.evidence.link: every time must be positive");
        }
        if (maxFiles < 1 || maxBytes.toBytes() < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("carddesk.evidence.link: every limit must be positive");
        }
    }
}
