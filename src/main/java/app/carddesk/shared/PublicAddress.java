package app.carddesk.shared;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people outside reach this installation.
 *
 * @param publicUrl the address of its first page, such as {@code https://desk.example.com}; null where whoever asks is
 *     told the address they came by
 */
@ConfigurationProperties("carddesk")
public record PublicAddress(@Nullable URI publicUrl) {

    public PublicAddress {
        if (publicUrl != null
                && (publicUrl.getScheme() == null
                        || !publicUrl.getScheme().matches("https?")
                        || publicUrl.getHost() == null
                        || publicUrl.getUserInfo() != null
                        || publicUrl.getQuery() != null
                        || publicUrl.getFragment() != null)) {
            throw new IllegalArgumentException(
                    "carddesk.public-url must be a whole address, such as https://desk.example.com");
        }
    }

    /** Whether people reach it by TLS. */
    public boolean isSecure() {
        return publicUrl != null && publicUrl.getScheme().equals("https");
    }
}
