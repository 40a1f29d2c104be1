package app.carddesk.cases;

import app.carddesk.shared.MailAddress;
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

    /** In names of domains; what these may hold beyond ASCII is told by {@link MailAddress}. */
    private static final String LETTER = "[A-Za-z0-9\\x{80}-\\x{10FFFF}]";

    private static final String LETTERS = "[A-Za-z0-9\\x{80}-\\x{10FFFF}-]{0,61}";

    /** Deliberately plain: what mail systems deliver to, without quoted names and bare hosts. */
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\]{1,64}@(?:" + LETTER
            + "(?:" + LETTERS + LETTER + ")?\\.)+(?![0-9])" + LETTER + LETTERS + LETTER);

    /** What is wrong with an address that somebody typed. */
    public enum Fault {
        NOT_AN_ADDRESS,
        /** Mail would go elsewhere than it says, or what it says cannot be seen. */
        READS_OTHERWISE
    }

    /** @throws IllegalArgumentException if this is not an e-mail address; the message never repeats it */
    public EmailAddress {
        value = normalize(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** What is wrong with what a person typed as an address that mail is to go to; empty if nothing is. */
    public static Optional<Fault> fault(String typed) {
        String value = normalize(typed);
        if (!isAddress(value)) {
            return Optional.of(Fault.NOT_AN_ADDRESS);
        }
        return MailAddress.read(value).isPresent() ? Optional.empty() : Optional.of(Fault.READS_OTHERWISE);
    }

    /** Reads what a person typed; empty if it is no e-mail address. Mail may not go to it: {@link #fault} tells. */
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
     * ignore (RFC 5233 calls it the detail), in small letters, and with its domain as it is read.
     */
    public String mailbox() {
        String key = MailAddress.read(value)
                .map(sent -> sent.local() + "@" + sent.readableDomain())
                .orElse(value)
                .toLowerCase(Locale.ROOT);
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
