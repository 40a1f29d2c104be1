package app.carddesk.evidence.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An S3-compatible store instead of the folder, by configuration under {@code carddesk.evidence.s3}. It is used where a
 * bucket is named.
 *
 * @param endpoint where the server is; none stands for Amazon's own
 * @param pathStyle whether the bucket is part of the path and not of the host name, as most servers but Amazon's want
 * @param timeout how long one request may take, repetitions included
 */
@ConfigurationProperties("carddesk.evidence.s3")
record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("15s") Duration timeout) {

    boolean isGiven() {
        return !bucket.isBlank() || endpoint != null;
    }

    /** Keys stay out of whatever prints this. */
    @Override
    public String toString() {
        return "bucket \"" + bucket + "\" at "
                + (endpoint == null ? "Amazon S3, region " + region : endpoint.toString());
    }
}
