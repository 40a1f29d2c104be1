package app.carddesk.shared.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages that come and go. A failure stays longer, and both are read out by screen readers. */
public final class Toasts {

    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    private Toasts() {}

    public static void success(String text) {
        Notification toast = Notification.show(text, SHORT, Notification.Position.BOTTOM_CENTER);
        toast.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    public static void failure(String text) {
        Notification toast = Notification.show(text, LONG, Notification.Position.BOTTOM_CENTER, true);
        toast.addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
