package app.carddesk.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as the customer writes it.
 *
 * @param value without surrounding blanks, at most 254 characters (RFC 5321)
 */
public record EmailAddress(String value) {

    /** The longest address a mail system has to carry. */
    public static final int MAX_LENGTH = 254;

    /** Deliberately plain: what mail systems deliver to, without quoted names and bare hosts. */
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

    /** @throws IllegalArgumentException if this is not an e-mail address; the message never repeats it */
    public EmailAddress {
        value = normalize(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Reads what a person typed; empty if it is no e-mail address. */
    public static Optional<EmailAddress> parse(String typed) {
        String value = normalize(typed);
        return isAddress(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    /** What two spellings of the same address have in common; customers are matched by it. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * What the spellings of one mailbox have in common: without the tag behind a plus sign, which many mail systems
     * ignore (RFC 5233 calls it the detail), in small letters.
     */
    public String mailbox() {
        String key = key();
        int at = key.lastIndexOf('@');
        int plus = key.indexOf('+');
        return plus > 0 && plus < at ? key.substring(0, plus) + key.substring(at) : key;
    }

    private static String normalize(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    private static boolean isAddress(String value) {
        return value.length() <= MAX_LENGTH
                && FORM.matcher(value).matches()
                && !value.startsWith(".")
                && !value.contains("..")
                && !value.contains(".@");
    }

    @Override
    public String toString() {
        return value;
    }
}
