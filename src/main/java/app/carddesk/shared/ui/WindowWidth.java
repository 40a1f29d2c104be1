package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;

/** How wide the window is, for what stands in another way where there is little room. */
public final class WindowWidth {

    private WindowWidth() {}

    /**
     * Tells whether the window is narrow, and whenever that may have changed, for as long as a component is on the
     * screen.
     *
     * @param limit in pixels, the first width that is not narrow
     */
    public static void whileAttached(Component component, int limit, SerializableConsumer<Boolean> narrow) {
        component.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> narrow.accept(details.getBodyClientWidth() < limit));
            var registration = page.addBrowserWindowResizeListener(resize -> narrow.accept(resize.getWidth() < limit));
            component.addDetachListener(detached -> {
                registration.remove();
                detached.unregisterListener();
            });
        });
    }
}
