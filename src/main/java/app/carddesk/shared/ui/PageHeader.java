package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: where you are, what stands beside it, and what can be done. */
public class PageHeader extends Header {

    private final H1 title = new H1();
    private final Div titleLine = new Div(title);
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String text) {
        addClassName("cd-page-header");
        title.setText(text);
        titleLine.addClassName("cd-row");
        subtitle.addClassNames("cd-soft", "cd-small");
        subtitle.setVisible(false);
        actions.addClassName("cd-actions");
        Div words = new Div(titleLine, subtitle);
        words.addClassName("cd-grow");
        add(words, actions);
    }

    public PageHeader title(String text) {
        title.setText(text);
        return this;
    }

    public PageHeader subtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isBlank());
        return this;
    }

    /** Replaces what stands beside the title, such as a state. */
    public PageHeader beside(Component... components) {
        titleLine.removeAll();
        titleLine.add(title);
        titleLine.add(components);
        return this;
    }

    /** Replaces the acts on the right. */
    public PageHeader actions(Component... components) {
        actions.removeAll();
        actions.add(components);
        return this;
    }
}
