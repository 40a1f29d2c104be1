package app.carddesk.shared;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * A country or region in which cards are sold and accounts are held. It sets the currency and the terms.
 *
 * @param code an ISO 3166 alpha-2 country code
 */
public record Region(String code) implements Comparable<Region> {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public static final Region DENMARK = new Region("DK");
    public static final Region SWEDEN = new Region("SE");
    public static final Region NORWAY = new Region("NO");
    public static final Region FRANCE = new Region("FR");
    public static final Region UNITED_STATES = new Region("US");
    public static final Region AUSTRALIA = new Region("AU");

    public Region {
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("Not an ISO 3166 country code");
        }
    }

    /** The currency in which cards of this region are sold. */
    public Currency currency() {
        return Currency.getInstance(Locale.of("", code));
    }

    /** The region's name in the reader's language. */
    public String displayName(Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
