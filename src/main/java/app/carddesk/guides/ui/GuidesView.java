package app.carddesk.guides.ui;

import app.carddesk.guides.GuideHit;
import app.carddesk.guides.Guides;
import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All guides, and a search through them that forgives slips of the keyboard. */
@Route("guides")
@Menu(title = "guides.menu", order = 6, icon = "vaadin:open-book")
@PermitAll
@StyleSheet("context://styles/guides.css")
class GuidesView extends Main implements HasDynamicTitle {

    private static final int SEARCH_AFTER_MS = 200;

    private final Guides guides;
    private final TextField question = new TextField(Texts.t("guides.search"));
    private final Paragraph found = new Paragraph();
    private final Div content = new Div();

    GuidesView(Guides guides) {
        this.guides = guides;
        addClassNames("cd-page", "cd-guides");
        question.setMaxLength(Guides.LONGEST_QUESTION);
        question.setPlaceholder(Texts.t("guides.search.example"));
        question.setHelperText(Texts.t("guides.search.hint"));
        question.setClearButtonVisible(true);
        question.setAutofocus(true);
        question.setManualValidation(true);
        question.setWidthFull();
        question.setValueChangeMode(ValueChangeMode.LAZY);
        question.setValueChangeTimeout(SEARCH_AFTER_MS);
        question.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                find(event.getValue());
            }
        });
        Section box = new Section(question);
        box.addClassName("cd-panel");
        box.getElement().setAttribute("role", "search");
        found.addClassNames("cd-soft", "cd-small", "cd-guide-found");
        found.getElement().setAttribute("role", "status");
        add(new PageHeader(Texts.t("guides.title")).subtitle(Texts.t("guides.subtitle")), box, found, content);
        find("");
    }

    private void find(String text) {
        boolean code = RedemptionCodes.containsCode(text) || RedemptionCodes.startsLikeCode(text);
        question.setInvalid(code);
        if (code) {
            question.clear();
            question.setErrorMessage(Texts.t("guides.search.code"));
        }
        content.removeAll();
        found.setText("");
        if (code || text.isBlank()) {
            content.add(new GuideLists(guides.all(reader())));
            return;
        }
        List<GuideHit> hits = guides.search(text, reader());
        if (hits.isEmpty()) {
            found.setText(Texts.t("guides.none"));
            content.add(new EmptyState(Texts.t("guides.none"), Texts.t("guides.none.hint")));
        } else {
            found.setText(Texts.t("guides.found", hits.size()));
            content.add(new GuideHits(hits, reader()));
        }
    }

    private Language reader() {
        return Language.of(getLocale());
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("guides.title"));
    }
}
