package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** One question and its answer: a sheet of paper with a heading. */
public class Panel extends Section {

    private final H2 title;
    private final Div head;

    public Panel(String text, Component... content) {
        addClassName("cd-panel");
        title = new H2(text);
        head = new Div(title);
        head.addClassName("cd-panel-head");
        getElement().setAttribute("aria-label", text);
        add(head);
        add(content);
    }

    /** Puts something small at the end of the heading. */
    public Panel end(Component... components) {
        head.removeAll();
        head.add(title);
        head.add(components);
        return this;
    }

    /** Shows other content below the heading. */
    public void show(Component... content) {
        removeAll();
        add(head);
        add(content);
    }

    /** Colours the upper edge; the words inside say the same. */
    public void edge(Tone tone) {
        for (Tone other : Tone.values()) {
            removeClassName("cd-edge-" + other.className());
        }
        addClassName("cd-edge-" + tone.className());
    }
}
