package app.carddesk.cases.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The part of the conversation that is in the foreground, with words to read out to the customer. */
abstract class SpokenBox extends Div {

    private final SpokenLanguage language;
    private final Paragraph words = new Paragraph();

    SpokenBox(SpokenLanguage language) {
        this.language = language;
        addClassName("cd-turn");
        // The focus comes here after an answer, so that a screen reader goes on with what is next.
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("role", "group");
    }

    abstract String words();

    /** Says it in the language that is read out now. */
    void speak() {
        words.setText(words());
        words.getElement().setAttribute("lang", language.get().locale().toLanguageTag());
    }

    SpokenLanguage language() {
        return language;
    }

    Component spoken() {
        Span label = new Span(Texts.t("conversation.say"));
        label.addClassNames("cd-soft", "cd-small");
        words.addClassName("cd-say-words");
        Div say = new Div(label, words);
        say.addClassName("cd-say");
        return say;
    }

    void focus() {
        getElement().executeJs("this.focus({ preventScroll: false })");
    }
}
