package app.carddesk.letters.ui;

import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.letters.LetterKind;
import app.carddesk.letters.Template;
import app.carddesk.letters.Templates;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** The templates: one for each kind of letter and language, opened beside the list. */
@Route("letters")
@Menu(title = "letters.templates", order = 44, icon = "vaadin:envelope-o")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/letters.css")
class LettersView extends Main implements HasDynamicTitle {

    private final Templates templates;
    private final People people;
    private final UnorderedList list = new UnorderedList();
    private final Div editor = new Div();
    private LetterKind openKind = LetterKind.NEEDS_EVIDENCE;
    private Language openLanguage = Language.EN;

    LettersView(Templates templates, People people) {
        this.templates = templates;
        this.people = people;
        addClassNames("cd-page", "cd-templates");
        list.addClassNames("cd-panel", "cd-template-list");
        editor.addClassName("cd-grow");
        Div columns = new Div(list, editor);
        columns.addClassName("cd-template-columns");
        add(new PageHeader(Texts.t("letters.templates")).subtitle(Texts.t("letters.templates.subtitle")), columns);
        open(openKind, openLanguage);
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("letters.templates"));
    }

    private void draw() {
        list.removeAll();
        templates.all().forEach((kind, languages) -> list.add(item(kind, languages)));
    }

    private ListItem item(LetterKind kind, Map<Language, Template> languages) {
        Div row = new Div();
        row.addClassName("cd-row");
        languages.forEach((language, template) -> row.add(button(kind, language, template)));
        boolean sound = languages.values().stream()
                .allMatch(one -> templates.faults(kind, one.text()).isEmpty());
        if (!sound) {
            row.add(new Badge(Texts.t("letters.faulty"), Tone.BAD));
        }
        Span name = new Span(Texts.of(kind));
        name.addClassName("cd-template-name");
        return new ListItem(name, row);
    }

    private NativeButton button(LetterKind kind, Language language, Template template) {
        String tag = language.locale().toLanguageTag();
        NativeButton button = new NativeButton(tag, event -> {
            open(kind, language);
            // On a small screen the editor stands below the list.
            editor.scrollIntoView();
        });
        button.addClassName("cd-template-language");
        button.getElement()
                .setAttribute("aria-label", Texts.t("letters.openTemplate", Texts.of(kind), language.nativeName()));
        if (kind == openKind && language == openLanguage) {
            button.getElement().setAttribute("aria-current", "true");
        }
        if (template.version() > 0) {
            button.addClassName("cd-changed");
            button.getElement().setAttribute("title", Texts.t("letters.version", template.version()));
        }
        return button;
    }

    private void open(LetterKind kind, Language language) {
        openKind = kind;
        openLanguage = language;
        draw();
        editor.removeAll();
        editor.add(new TemplateEditor(templates, people, kind, language, () -> open(kind, language)));
    }
}
