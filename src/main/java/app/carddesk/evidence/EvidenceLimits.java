package app.carddesk.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much evidence is taken in, by configuration under {@code carddesk.evidence}.
 *
 * @param maxFile the most bytes of one file, counted while it arrives
 * @param maxFiles the most pictures of one case
 * @param maxTotal the most bytes kept for one case
 * @param maxPixels the most pixels of one picture, read from its header before anything is decoded
 * @param decodeTime how long one picture may take
 * @param parallel how many pictures are worked on at once; 0 stands for the number of processors
 * @param maxPages the most pages of one document
 */
@ConfigurationProperties("carddesk.evidence")
public record EvidenceLimits(
        @DefaultValue("15MB") DataSize maxFile,
        @DefaultValue("30") int maxFiles,
        @DefaultValue("100MB") DataSize maxTotal,
        @DefaultValue("80000000") long maxPixels,
        @DefaultValue("5s") Duration decodeTime,
        @DefaultValue("0") int parallel,
        @DefaultValue("20") int maxPages) {

    public EvidenceLimits {
        if (maxFile.toBytes() < 1
                || maxFiles < 1
                || maxTotal.toBytes() < 1
                || maxPixels < 1
                || parallel < 0
                || maxPages < 1) {
            throw new IllegalArgumentException("carddesk.evidence: every limit must be positive");
        }
        if (!decodeTime.isPositive()) {
            throw new IllegalArgumentException("carddesk.evidence.decode-time must be positive");
        }
        parallel = parallel == 0 ? Runtime.getRuntime().availableProcessors() : parallel;
    }
}
