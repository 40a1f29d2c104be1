package app.carddesk.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** The key beside what it does, for the eye alone: screen readers are told by the target itself. */
public final class KeyHint extends Span {

    public KeyHint(String key) {
        addClassName("cd-key-hint");
        getElement().appendChild(new Element("kbd").setText(key));
        getElement().setAttribute("aria-hidden", "true");
    }
}
