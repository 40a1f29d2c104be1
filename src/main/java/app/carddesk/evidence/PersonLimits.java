package app.carddesk.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much evidence one person may give on one day, by configuration under {@code carddesk.evidence}. What a customer
 * gives by a link counts for whoever made the link. The day is the installation's.
 *
 * @param maxPersonFilesPerDay the most files · @param maxPersonBytesPerDay the most bytes that are kept of them
 */
@ConfigurationProperties("carddesk.evidence")
public record PersonLimits(
        @DefaultValue("1000") int maxPersonFilesPerDay,
        @DefaultValue("3GB") DataSize maxPersonBytesPerDay) {

    public PersonLimits {
        if (maxPersonFilesPerDay < 1 || maxPersonBytesPerDay.toBytes() < 1) {
            throw new IllegalArgumentException("carddesk.evidence: every limit must be positive");
        }
    }
}
