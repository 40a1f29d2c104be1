package app.carddesk.shell;

import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.ScreenKeys;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which keys work on this screen: read from the screen itself, so that the list is never out of date. */
final class KeysDialog extends Dialog {

    private static final String LETTER = "data-letter-key";

    KeysDialog(UI ui) {
        setHeaderTitle(Texts.t("shell.keys.title"));
        addClassName("cd-keys");
        List<ScreenKeys.Hint> here = new ArrayList<>();
        collect(ui, here);
        H3 ofScreen = new H3(Texts.t("shell.keys.here"));
        add(ofScreen);
        add(here.isEmpty() ? new Paragraph(Texts.t("shell.keys.none")) : list(here));
        add(
                new H3(Texts.t("shell.keys.everywhere")),
                list(List.of(
                        new ScreenKeys.Hint("Ctrl K", Texts.t("shell.palette.open")),
                        new ScreenKeys.Hint("?", Texts.t("shell.keys.open")),
                        new ScreenKeys.Hint("F1", Texts.t("shell.keys.open")),
                        new ScreenKeys.Hint("Tab", Texts.t("shell.keys.tab")),
                        new ScreenKeys.Hint("Esc", Texts.t("shell.keys.escape")))));
        Button close = new Button(Texts.t("shell.close"), event -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private static void collect(Component component, List<ScreenKeys.Hint> found) {
        if (component instanceof Text || !component.isVisible()) {
            return;
        }
        if (component instanceof ScreenKeys screen) {
            found.addAll(screen.keys());
        }
        String letter = component.getElement().getAttribute(LETTER);
        if (letter != null && component.getElement().isEnabled()) {
            ScreenKeys.Hint hint = new ScreenKeys.Hint(letter.toUpperCase(Locale.ROOT), words(component));
            if (!found.contains(hint)) {
                found.add(hint);
            }
        }
        component.getChildren().forEach(child -> collect(child, found));
    }

    private static String words(Component component) {
        Element element = component.getElement();
        String label = element.getAttribute(element.hasAttribute(LetterKeys.WORDS) ? LetterKeys.WORDS : "aria-label");
        if (label != null) {
            return label;
        }
        return component instanceof HasText text ? text.getText() : element.getTextRecursively();
    }

    private static DescriptionList list(List<ScreenKeys.Hint> hints) {
        DescriptionList list = new DescriptionList();
        list.addClassName("cd-key-list");
        for (ScreenKeys.Hint hint : hints) {
            DescriptionList.Term term = new DescriptionList.Term();
            term.getElement().appendChild(new Element("kbd").setText(hint.key()));
            list.add(term, new DescriptionList.Description(hint.words()));
        }
        return list;
    }
}
