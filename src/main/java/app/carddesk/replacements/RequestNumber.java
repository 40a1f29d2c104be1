package app.carddesk.replacements;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readable number of a request, such as {@code R-2026-000045}.
 *
 * @param year the year of the request, in the installation's zone
 * @param sequence counted from 1 within the year
 */
public record RequestNumber(int year, int sequence) {

    private static final Pattern FORM = Pattern.compile("R-?(\\d{4})-?(\\d{1,9})");

    public RequestNumber {
        if (year < 2000 || year > 9999 || sequence < 1) {
            throw new IllegalArgumentException("Not a request number");
        }
    }

    /** Reads a request number however it was typed; empty if it is none. */
    public static Optional<RequestNumber> parse(String typed) {
        Matcher matcher = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int sequence = Integer.parseInt(matcher.group(2));
        return year < 2000 || sequence < 1 ? Optional.empty() : Optional.of(new RequestNumber(year, sequence));
    }

    @Override
    public String toString() {
        return "R-%04d-%06d".formatted(year, sequence);
    }
}
