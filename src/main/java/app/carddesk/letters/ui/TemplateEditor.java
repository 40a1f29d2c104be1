package app.carddesk.letters.ui;

import app.carddesk.access.People;
import app.carddesk.letters.LetterKind;
import app.carddesk.letters.LetterText;
import app.carddesk.letters.Placeholder;
import app.carddesk.letters.Template;
import app.carddesk.letters.TemplateFault;
import app.carddesk.letters.Templates;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One template: to change, to try on a case, and to take back to what it was. */
final class TemplateEditor extends Panel {

    private final Templates templates;
    private final People people;
    private final LetterKind kind;
    private final Language language;
    private final Runnable saved;
    private final TextField subject = new TextField(Texts.t("letters.subject"));
    private final TextArea body = new TextArea(Texts.t("letters.body"));
    private final TextField caseNumber = new TextField(Texts.t("letters.preview.case"));
    private final Div answer = new Div();
    private final Button save = new Button(Texts.t("letters.save"), event -> save());
    private final int basedOn;

    TemplateEditor(Templates templates, People people, LetterKind kind, Language language, Runnable saved) {
        super(Texts.t("letters.template.of", Texts.of(kind), language.nativeName()));
        this.templates = templates;
        this.people = people;
        this.kind = kind;
        this.language = language;
        this.saved = saved;
        addClassName("cd-template-editor");
        List<Template> versions = templates.versions(kind, language);
        basedOn = versions.getFirst().version();
        show(versions.getFirst().text());
        String tag = language.locale().toLanguageTag();
        subject.getElement().setAttribute("lang", tag);
        body.getElement().setAttribute("lang", tag);
        subject.setWidthFull();
        body.setWidthFull();
        body.setMinRows(12);
        body.setMaxRows(26);
        answer.getElement().setAttribute("role", "status");
        caseNumber.setPlaceholder(Texts.t("letters.preview.number"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        Div acts = new Div(save, caseNumber, new Button(Texts.t("letters.preview"), event -> preview()));
        acts.addClassNames("cd-row", "cd-template-acts");
        add(
                subject,
                body,
                acts,
                answer,
                new Details(Texts.t("letters.placeholders"), placeholders()),
                history(versions));
    }

    private void show(LetterText text) {
        subject.setValue(text.subject());
        body.setValue(text.body());
    }

    private LetterText text() {
        return new LetterText(subject.getValue(), body.getValue());
    }

    private void save() {
        switch (templates.save(kind, language, text(), basedOn)) {
            case Templates.Saving.Saved(var template) -> {
                Toasts.success(Texts.t("letters.saved", template.version()));
                saved.run();
            }
            case Templates.Saving.Same() -> say(Texts.t("letters.same"));
            case Templates.Saving.Conflict(var now) -> say(Texts.t("letters.conflict", name(now)));
            case Templates.Saving.Faulty(var faults) ->
                faults(faults.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(fault -> entry.getKey() == language
                                        ? LetterWords.of(fault)
                                        : Texts.t(
                                                "letters.fault.elsewhere",
                                                entry.getKey().nativeName(),
                                                LetterWords.of(fault)))));
        }
        save.setEnabled(true);
    }

    private void preview() {
        switch (templates.preview(kind, language, text(), caseNumber.getValue())) {
            case Templates.Preview.Written(var text) -> {
                answer.removeAll();
                answer.add(LetterWords.shown(text, language.locale().toLanguageTag()));
            }
            case Templates.Preview.NoSuchCase() -> say(Texts.t("letters.preview.noCase"));
            case Templates.Preview.Faulty(List<TemplateFault> faults) ->
                faults(faults.stream().map(LetterWords::of));
        }
    }

    private void faults(Stream<String> faults) {
        UnorderedList list = new UnorderedList();
        faults.map(ListItem::new).forEach(list::add);
        Paragraph head = new Paragraph(Texts.t("letters.faults"));
        head.addClassName("cd-error");
        answer.removeAll();
        answer.add(head, list);
    }

    private void say(String text) {
        answer.removeAll();
        answer.add(new Paragraph(text));
    }

    private DescriptionList placeholders() {
        DescriptionList list = new DescriptionList();
        list.addClassName("cd-placeholders");
        Arrays.stream(Placeholder.values())
                .filter(one -> one.isFor(kind))
                .forEach(one -> list.add(
                        new DescriptionList.Term("{{" + one.key() + "}}"),
                        new DescriptionList.Description(Texts.of(one))));
        return list;
    }

    private Details history(List<Template> versions) {
        UnorderedList list = new UnorderedList();
        versions.forEach(version ->
                list.add(new ListItem(new Paragraph(name(version)), new Button(Texts.t("letters.takeBack"), event -> {
                    show(version.text());
                    say(Texts.t("letters.takenBack", name(version)));
                }))));
        list.addClassName("cd-template-history");
        return new Details(Texts.t("letters.history", versions.size()), list);
    }

    private String name(Template version) {
        return version.by() == null || version.at() == null
                ? Texts.t("letters.version.shipped")
                : Texts.t(
                        "letters.version.by",
                        version.version(),
                        people.name(version.by()),
                        Formats.current().dateTime(version.at()));
    }
}
