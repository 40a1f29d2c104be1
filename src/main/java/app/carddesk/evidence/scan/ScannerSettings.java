package app.carddesk.evidence.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The virus scanner, by configuration under {@code carddesk.evidence.scanner}: a clamd that listens on TCP. It is used
 * where a host is named.
 *
 * @param timeout how long connecting and scanning one file may take together
 * @param maxFile the most bytes that are sent to it; not more than its own {@code StreamMaxLength}
 */
@ConfigurationProperties("carddesk.evidence.scanner")
public record ScannerSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("25MB") DataSize maxFile) {

    public ScannerSettings {
        if (!timeout.isPositive() || maxFile.toBytes() < 1 || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "carddesk.evidence.scanner: every limit must be positive, and the port one");
        }
    }
}
