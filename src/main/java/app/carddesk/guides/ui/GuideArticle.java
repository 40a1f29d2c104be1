package app.carddesk.guides.ui;

import app.carddesk.guides.GuideMarkdown;
import app.carddesk.shared.Language;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;

/** The text of a guide, in its language. */
@StyleSheet("context://styles/guides.css")
final class GuideArticle extends Article {

    GuideArticle() {
        addClassName("cd-guide-text");
    }

    GuideArticle(String markdown, Language language) {
        this();
        show(markdown, language);
    }

    void show(String markdown, Language language) {
        removeAll();
        // A screen reader changes its voice for a text in another language than the screen's.
        getElement().setAttribute("lang", language.locale().toLanguageTag());
        add(new Html(GuideMarkdown.html(markdown, language)));
    }
}
