package app.carddesk.cards;

import app.carddesk.shared.RedemptionCodes;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A serial number in its normal form: upper case, without blanks and dashes. A serial is not a redemption code; nothing
 * that begins with X is ever one (support articles).
 *
 * @param value 4 to 32 characters A–Z and 0–9
 */
public record Serial(String value) implements Comparable<Serial> {

    private static final Pattern FORM = Pattern.compile("[A-WYZ0-9][A-Z0-9]{3,31}");

    /** @throws IllegalArgumentException if the value is not in normal form; the message never repeats it */
    public Serial {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a serial number");
        }
    }

    /**
     * Reads what a person typed or pasted; empty if it cannot be a whole serial number, or a redemption code is hidden in
     * it.
     */
    public static Optional<Serial> parse(String typed) {
        String value = RedemptionCodes.normalize(typed);
        // Without its first character no prefix of a serial speaks for the rest.
        return FORM.matcher(value).matches()
                        && !RedemptionCodes.containsCode(value)
                        && !RedemptionCodes.containsCode(value.substring(1))
                ? Optional.of(new Serial(value))
                : Optional.empty();
    }

    /**
     * Whether print of this number may be read like that: whole or without its ends, each character the same or one that
     * looks alike.
     */
    public boolean mayBeReadAs(String print) {
        String read = RedemptionCodes.normalize(print);
        return !read.isEmpty()
                && IntStream.rangeClosed(0, value.length() - read.length())
                        .anyMatch(from -> LookAlikes.beginsLike(value.substring(from), read));
    }

    @Override
    public int compareTo(Serial other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
