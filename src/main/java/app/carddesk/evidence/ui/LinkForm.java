package app.carddesk.evidence.ui;

import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** What has to be said to make a link: the customer's language, and how long it is open. */
class LinkForm extends Composite<Div> {

    /** What somebody wants. */
    record Wish(Language language, Duration openFor) {}

    /**
     * @param again whether another link is open, which the new one closes
     * @param make told what is wanted
     */
    LinkForm(UploadLinks links, UUID owner, boolean again, Consumer<Wish> make) {
        Select<Language> language = new Select<>();
        language.setLabel(Texts.t("link.language"));
        language.setItemLabelGenerator(Language::nativeName);
        language.setItems(Language.values());
        language.setValue(links.languageOf(owner)
                .orElseGet(() -> Language.of(UI.getCurrent().getLocale())));
        Select<Duration> openFor = new Select<>();
        openFor.setLabel(Texts.t("link.openFor"));
        openFor.setItemLabelGenerator(LinkForm::words);
        openFor.setItems(links.times());
        openFor.setValue(links.usualTime());
        Button submit = new Button(
                Texts.t(again ? "link.makeNew" : "link.make"),
                click -> make.accept(new Wish(language.getValue(), openFor.getValue())));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("evidence-link-form");
        getContent().add(language, openFor, submit);
    }

    private static String words(Duration time) {
        return time.toMinutesPart() == 0
                ? Texts.t("link.hours", time.toHours())
                : Texts.t("link.minutes", Formats.current().number(time.toMinutes()));
    }
}
