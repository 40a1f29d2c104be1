package app.carddesk.shared;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The texts that are read outside of any screen of the desk, by customers above all, from the same files as the screens' own. */
public final class CustomerTexts {

    private static final String FILES = "vaadin-i18n.translations";

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private CustomerTexts() {}

    /** The text behind a key in the customer's language, with its placeholders filled in. */
    public static String t(Language language, String key, Object... parameters) {
        String text = ResourceBundle.getBundle(FILES, language.locale(), NO_OTHER_LANGUAGE)
                .getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, language.formats()).format(parameters);
    }
}
