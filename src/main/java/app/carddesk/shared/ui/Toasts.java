package app.carddesk.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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

    /**
     * Tells what was done and offers to take it back as long as it is shown.
     *
     * @param act the words on the button, which the keyboard reaches as the last one on the page
     */
    public static void undo(String text, String act, Runnable undo) {
        Notification toast = new Notification();
        toast.setDuration(LONG);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        Button button = new Button(act, event -> {
            toast.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        Div content = new Div(new Span(text), button);
        content.addClassName("cd-row");
        toast.add(content);
        toast.open();
    }

    public static void failure(String text) {
        Notification toast = Notification.show(text, LONG, Notification.Position.BOTTOM_CENTER, true);
        toast.addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
