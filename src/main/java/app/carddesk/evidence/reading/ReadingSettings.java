package app.carddesk.evidence.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are read, by configuration under {@code carddesk.evidence}.
 *
 * @param readTime how long the reading of one page may take; what is not read by then stays unread
 */
@ConfigurationProperties("carddesk.evidence")
public record ReadingSettings(@DefaultValue("3500ms") Duration readTime) {

    public ReadingSettings {
        if (!readTime.isPositive()) {
            throw new IllegalArgumentException("carddesk.evidence.read-time must be positive");
        }
    }
}
