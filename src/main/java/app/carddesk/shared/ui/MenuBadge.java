package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;

/** A number beside a menu entry, brought as a bean by the module behind the entry. */
public interface MenuBadge {

    /** The view whose entry carries the number. */
    Class<? extends Component> view();

    /** The number now; nothing is shown for zero. Must be cheap: it is asked whenever the layout is drawn. */
    int count();
}
