package app.carddesk.replacements.ui;

import com.vaadin.flow.component.Component;

/** A list of the review that an upper module brings, as a bean: what waits there for a second person. */
public interface ReviewSection {

    String title();

    /** How many wait for the person signed in, who is a supervisor. */
    int count();

    /** @param drawn is told each time the list was drawn anew, because other things wait now */
    Component create(Runnable drawn);
}
