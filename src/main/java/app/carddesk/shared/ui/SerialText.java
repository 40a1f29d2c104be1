package app.carddesk.shared.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Set;

/** A serial number in a face in which every character can be told from its look-alikes. */
public class SerialText extends Span {

    public SerialText(String serial) {
        this(serial, Set.of());
    }

    /**
     * @param marked the positions, counted from 0, to be marked as differing from what was typed
     */
    public SerialText(String serial, Set<Integer> marked) {
        addClassName("cd-serial");
        int plainFrom = 0;
        for (int i = 0; i < serial.length(); i++) {
            if (marked.contains(i)) {
                appendText(serial.substring(plainFrom, i));
                getElement().appendChild(new Element("mark").setText(serial.substring(i, i + 1)));
                plainFrom = i + 1;
            }
        }
        appendText(serial.substring(plainFrom));
    }

    private void appendText(String text) {
        if (!text.isEmpty()) {
            getElement().appendChild(Element.createText(text));
        }
    }
}
