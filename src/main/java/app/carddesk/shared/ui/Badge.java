package app.carddesk.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A short word with a meaning, such as a state. */
public class Badge extends Span {

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("cd-badge", tone.className());
    }
}
