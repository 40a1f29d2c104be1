package app.carddesk.cases;

import app.carddesk.shared.Region;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number in its one international form, by which customers are matched.
 *
 * @param e164 such as {@code +4570101010} (ITU-T E.164)
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final String NO_REGION = "ZZ";

    /** @throws IllegalArgumentException if this is not an international number; the message never repeats it */
    public PhoneNumber {
        if (!e164.matches("\\+[1-9]\\d{3,14}")) {
            throw new IllegalArgumentException("Not a telephone number");
        }
    }

    /**
     * Reads what a person typed; empty if no such number can exist.
     *
     * @param home where a number without a country code is dialled
     */
    public static Optional<PhoneNumber> parse(String typed, Region home) {
        return parse(typed, home.code());
    }

    /** Reads a number that begins with its country code; empty for anything else. */
    public static Optional<PhoneNumber> parse(String typed) {
        return parse(typed, NO_REGION);
    }

    private static Optional<PhoneNumber> parse(String typed, String home) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(typed.strip(), home);
            return NUMBERS.isPossibleNumber(number) && !number.hasExtension()
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    /** The number as people read it, in groups. */
    public String display() {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, NO_REGION), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unusual) {
            return e164;
        }
    }

    @Override
    public String toString() {
        return e164;
    }
}
