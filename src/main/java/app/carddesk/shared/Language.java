package app.carddesk.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages Carddesk is worked in and customers are written to. */
public enum Language {
    EN("en", "English", "GB"),
    SV("sv", "Svenska", "SE"),
    NB("nb", "Norsk bokmål", "NO"),
    DA("da", "Dansk", "DK");

    private final Locale locale;
    private final Locale formats;
    private final String nativeName;

    Language(String tag, String nativeName, String country) {
        this.locale = Locale.of(tag);
        this.formats = Locale.of(tag, country);
        this.nativeName = nativeName;
    }

    /** The locale that picks the texts. */
    public Locale locale() {
        return locale;
    }

    /** The locale that formats dates, numbers and money; English as it is written in Europe. */
    public Locale formats() {
        return formats;
    }

    /** The language's own name for itself. */
    public String nativeName() {
        return nativeName;
    }

    public static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }

    /** The language that serves a locale best: Norwegian in any form is Bokmål, anything unknown is English. */
    public static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "sv" -> SV;
            case "nb", "no", "nn" -> NB;
            case "da" -> DA;
            default -> EN;
        };
    }
}
