package app.carddesk.shell;

import app.carddesk.shared.Language;
import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four languages, read from {@code vaadin-i18n/translations*.properties}. */
@Configuration
class Translations {

    @Bean
    I18NProvider translationProvider() {
        // A machine set to Swedish must not answer an English reader in Swedish: English is the bundle without a
        // suffix.
        Locale.setDefault(Locale.ENGLISH);
        return new DefaultI18NProvider(Language.locales());
    }
}
