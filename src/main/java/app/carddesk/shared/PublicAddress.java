package app.carddesk.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
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

    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException if it is no whole address of a first page */
    public PublicAddress {
        if (publicUrl != null) {
            fault(publicUrl.toString()).ifPresent(fault -> {
                throw new IllegalArgumentException("carddesk.public-url " + fault);
            });
        }
    }

    /** What is wrong with a text that is meant as such an address, to be read after its name; empty if nothing is. */
    public static Optional<String> fault(String text) {
        if (!text.matches("(?i)https?:.*")) {
            return Optional.of("does not begin with https:// or http://");
        }
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("is no address: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
        if (address.getUserInfo() != null) {
            return Optional.of("holds a name or a password, which every link would tell");
        }
        if (address.getHost() == null) {
            return Optional.of("names no host, or one that no browser could ask for");
        }
        if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
            return Optional.of("names a port that there is not");
        }
        return address.getQuery() == null && address.getFragment() == null
                ? Optional.empty()
                : Optional.of("goes on with ? or # behind the address");
    }

    /** Whether people reach it by TLS. */
    public boolean isSecure() {
        return publicUrl != null && publicUrl.getScheme().equalsIgnoreCase("https");
    }
}
