package app.carddesk.guides.ui;

import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The languages a guide can be read in; the customer's own stands first. */
final class GuideLanguages extends Div {

    GuideLanguages(Language shown, @Nullable Language customer, Consumer<Language> choose) {
        addClassName("cd-actions");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.t("guides.languages"));
        if (customer != null) {
            Button theirs = button(customer, shown, choose);
            theirs.setText(Texts.t("guides.languages.customer", customer.nativeName()));
            add(theirs);
        }
        for (Language language : Language.values()) {
            if (language != customer) {
                add(button(language, shown, choose));
            }
        }
    }

    private static Button button(Language language, Language shown, Consumer<Language> choose) {
        Button button = new Button(language.nativeName(), event -> choose.accept(language));
        button.getElement().setAttribute("lang", language.locale().toLanguageTag());
        button.getElement().setAttribute("aria-pressed", String.valueOf(language == shown));
        button.addThemeVariants(language == shown ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        return button;
    }
}
