package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.UnaryOperator;

/** Watches work that goes on in the background, for as long as it is on the screen. */
public final class Watching {

    private Watching() {}

    /**
     * Refreshes a component whenever the work has come further.
     *
     * @param listen begins to listen, and returns what ends it
     */
    public static void whileAttached(Component component, UnaryOperator<Runnable> listen, Runnable refresh) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable deaf = listen.apply(() -> {
                var _ = ui.access(refresh::run);
            });
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                deaf.run();
            });
        });
    }
}
