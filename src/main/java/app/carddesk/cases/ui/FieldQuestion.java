package app.carddesk.cases.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a field asks the person in front of it: one question at a time, with the answers to choose from. */
final class FieldQuestion extends Composite<Div> {

    FieldQuestion() {
        getContent().addClassName("cd-question");
        getContent().getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    static Button answer(String key, Runnable act) {
        Button button = new Button(Texts.t(key), event -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    void ask(Paragraph words, Button... answers) {
        Div buttons = new Div(answers);
        buttons.addClassName("cd-actions");
        getContent().removeAll();
        getContent().add(words, buttons);
        setVisible(true);
    }

    void close() {
        getContent().removeAll();
        setVisible(false);
    }
}
