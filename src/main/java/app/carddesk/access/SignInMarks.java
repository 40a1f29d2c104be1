package app.carddesk.access;

import app.carddesk.startup.Secrets;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keyed marks (HMAC-SHA-256) of what a sign-in is counted by: the same on every node that holds the installation's
 * {@code personal} key, and telling nothing to whoever reads the database. With a new key the counting begins anew.
 */
@Component
class SignInMarks {

    private static final String ALGORITHM = "HmacSHA256";

    /** Leading bytes of an IPv6 address that one household or one rented machine has to itself. */
    private static final int NETWORK_BYTES = 7;

    private final byte[] key;

    SignInMarks(Secrets secrets) {
        this.key = mac(secrets.key("personal"), "sign-in");
    }

    /** What a sign-in is counted by. */
    enum Kind {
        /** A name, wherever it was typed. */
        NAME,
        /** A name, typed at one address. */
        NAME_AND_ADDRESS,
        ADDRESS,
        /** A device on which somebody signed in before. */
        DEVICE,
        /** All failures of an hour. */
        ALL,
        /** When administrators were told last. */
        ALARM,
        /** The cookie of a device. */
        COOKIE
    }

    /** The mark of some values, 43 characters of base64. */
    String of(Kind kind, String... values) {
        StringBuilder content = new StringBuilder(kind.name());
        for (String value : values) {
            content.append('|').append(value.length()).append('|').append(value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, content.toString()));
    }

    /** A name as it is looked for. */
    static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** An address, or the network that stands for all its addresses. */
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }

    private static byte[] mac(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
