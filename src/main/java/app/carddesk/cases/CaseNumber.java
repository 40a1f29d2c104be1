package app.carddesk.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readable number of a case, such as {@code C-2026-000123}.
 *
 * @param year the year the case was opened, in the installation's zone
 * @param sequence counted from 1 within the year
 */
public record CaseNumber(int year, int sequence) {

    private static final Pattern FORM = Pattern.compile("C-?(\\d{4})-?(\\d{1,9})");

    public CaseNumber {
        if (year < 2000 || year > 9999 || sequence < 1) {
            throw new IllegalArgumentException("Not a case number");
        }
    }

    /** Reads a case number however it was typed; empty if it is none. */
    public static Optional<CaseNumber> parse(String typed) {
        Matcher matcher = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int sequence = Integer.parseInt(matcher.group(2));
        return year < 2000 || sequence < 1 ? Optional.empty() : Optional.of(new CaseNumber(year, sequence));
    }

    @Override
    public String toString() {
        return "C-%04d-%06d".formatted(year, sequence);
    }
}
