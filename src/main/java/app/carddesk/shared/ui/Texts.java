package app.carddesk.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** The texts of the screens, in the language of the person in front of them. */
public final class Texts {

    private static final String PRODUCT = "Carddesk";

    private Texts() {}

    /** The text behind a key, with its placeholders filled in. */
    public static String t(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    /** The text behind a key in a given language, such as a customer's. */
    public static String t(Locale locale, String key, Object... parameters) {
        return I18NProvider.translate(locale, key, parameters);
    }

    /** What a constant is called, such as {@code cardKind.APPLE_MUSIC}. */
    public static String of(Enum<?> constant) {
        return t(key(constant));
    }

    /** The key of what a constant is called. */
    public static String key(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + constant.name();
    }

    /** A page's title: where you are, then the product. */
    public static String title(String place) {
        return place + " · " + PRODUCT;
    }
}
