package app.carddesk.replacements.ui;

import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.ReviewFlag;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the requester wrote, and the reasons to look twice with what raised them. */
class LookTwicePanel extends Panel {

    /**
     * @param against what stands against the request
     * @param chain where the card stands among those that were issued one for another; null if it replaces none
     */
    LookTwicePanel(ReplacementRequest request, Outlook against, @Nullable String chain) {
        super(Texts.t("replacements.lookTwice"));
        boolean nothingFound = against.isEmpty();
        edge(nothingFound ? Tone.PLAIN : Tone.WARN);
        Set<ReviewFlag> others = EnumSet.noneOf(ReviewFlag.class);
        others.addAll(against.before());
        if (chain != null && others.remove(ReviewFlag.CARD_IS_A_REPLACEMENT)) {
            addMark(new Marks(Texts.t(Texts.key(ReviewFlag.CARD_IS_A_REPLACEMENT)), chain));
        }
        Marks.of(others, against.contradictions()).forEach(this::addMark);
        if (request.words() != null) {
            addWords("replacements.words.request", request.words());
        }
        if (request.answer() != null) {
            addWords("replacements.words.answer", request.answer());
        }
        if (nothingFound) {
            Paragraph nothing = new Paragraph(Texts.t("replacements.lookTwice.nothing"));
            nothing.addClassNames("cd-soft", "cd-small");
            add(nothing);
        }
    }

    private void addMark(Marks mark) {
        Span name = new Span(mark.name());
        name.addClassName("cd-flag");
        Span why = new Span(mark.why());
        why.addClassNames("cd-soft", "cd-small");
        Div line = new Div(name, why);
        line.addClassName("cd-flag-line");
        add(line);
    }

    private void addWords(String key, String text) {
        Span label = new Span(Texts.t(key));
        label.addClassNames("cd-soft", "cd-small");
        Paragraph words = new Paragraph(PersonalText.of(text));
        words.addClassName("cd-replacement-words");
        add(label, words);
    }
}
