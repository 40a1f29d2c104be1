package app.carddesk.letters.ui;

import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;

/** The sheet on which a case's letters stand. */
@StyleSheet("context://styles/letters.css")
final class LettersPanel extends Panel {

    LettersPanel() {
        super(Texts.t("letters.title"));
        addClassName("cd-letters-panel");
    }
}
