package app.carddesk.replacements.ui;

import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.ReviewFlag;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What the requester wrote, and the reasons to look twice with what raised them. */
class LookTwicePanel extends Panel {

    LookTwicePanel(ReplacementRequest request) {
        super(Texts.t("replacements.lookTwice"));
        edge(request.flags().isEmpty() ? Tone.PLAIN : Tone.WARN);
        request.flags().stream().sorted().forEach(this::addFlag);
        if (request.words() != null) {
            addWords("replacements.words.request", request.words());
        }
        if (request.answer() != null) {
            addWords("replacements.words.answer", request.answer());
        }
        if (request.flags().isEmpty()) {
            Paragraph nothing = new Paragraph(Texts.t("replacements.lookTwice.nothing"));
            nothing.addClassNames("cd-soft", "cd-small");
            add(nothing);
        }
    }

    private void addFlag(ReviewFlag flag) {
        Span name = new Span(Texts.of(flag));
        name.addClassName("cd-flag");
        Span why = new Span(Texts.t(Texts.key(flag) + ".why"));
        why.addClassNames("cd-soft", "cd-small");
        Div line = new Div(name, why);
        line.addClassName("cd-flag-line");
        add(line);
    }

    private void addWords(String key, String text) {
        Span label = new Span(Texts.t(key));
        label.addClassNames("cd-soft", "cd-small");
        Paragraph words = new Paragraph(text);
        words.addClassName("cd-replacement-words");
        add(label, words);
    }
}
