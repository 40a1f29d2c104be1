package app.carddesk.replacements.ui;

import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.ReviewFlag;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What the requester wrote, and the reasons to look twice with what raised them. */
class LookTwicePanel extends Panel {

    /**
     * @param proofUsed whether a picture of the case was given in another one · @param receiptUsed whether another case
     *     has its receipt; both as they stand now, since they inform and never decide where a request goes
     * @param chain where the card stands among those that were issued one for another; null if it replaces none
     */
    LookTwicePanel(ReplacementRequest request, boolean proofUsed, boolean receiptUsed, @Nullable String chain) {
        super(Texts.t("replacements.lookTwice"));
        boolean nothingFound = request.flags().isEmpty() && !proofUsed && !receiptUsed;
        edge(nothingFound ? Tone.PLAIN : Tone.WARN);
        request.flags().stream().sorted().forEach(flag -> addFlag(flag, chain));
        if (proofUsed) {
            addFlag("replacements.lookTwice.proof");
        }
        if (receiptUsed) {
            addFlag("replacements.lookTwice.receipt");
        }
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

    private void addFlag(ReviewFlag flag, @Nullable String chain) {
        String key = Texts.key(flag);
        addFlag(key, flag == ReviewFlag.CARD_IS_A_REPLACEMENT && chain != null ? chain : Texts.t(key + ".why"));
    }

    private void addFlag(String key) {
        addFlag(key, Texts.t(key + ".why"));
    }

    private void addFlag(String key, String reason) {
        Span name = new Span(Texts.t(key));
        name.addClassName("cd-flag");
        Span why = new Span(reason);
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
