package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing here, why that may be, and what to do. */
public class EmptyState extends Div {

    public EmptyState(String title, String hint, Component... actions) {
        addClassName("cd-empty");
        Paragraph head = new Paragraph(title);
        head.addClassName("cd-empty-title");
        Paragraph words = new Paragraph(hint);
        words.addClassName("cd-soft");
        add(head, words);
        add(actions);
    }
}
