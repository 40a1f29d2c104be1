package app.carddesk.web.ui;

import app.carddesk.web.Strangers;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds no connection for a window in which nobody has signed in, and few such windows in one session. */
@Component
class StrangersWindows implements VaadinServiceInitListener {

    static final int IN_ONE_SESSION = 3;

    StrangersWindows() {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            if (isStranger(opened.getUI().getSession())) {
                // Nothing happens at the sign-in that would have to be told. Vaadin sets the application's own mode
                // after
                // this and before the first answer.
                UI ui = opened.getUI();
                ui.beforeClientResponse(ui, _ -> ui.getPushConfiguration().setPushMode(PushMode.DISABLED));
                closeOldest(opened.getUI());
            }
        });
    }

    private static void closeOldest(UI newest) {
        List<UI> others = newest.getSession().getUIs().stream()
                .filter(other -> other != newest && !other.isClosing())
                .sorted(Comparator.comparingInt(UI::getUIId))
                .toList();
        others.stream().limit(Math.max(0, others.size() + 1 - IN_ONE_SESSION)).forEach(UI::close);
    }

    private static boolean isStranger(VaadinSession session) {
        @Nullable WrappedSession wrapped = session.getSession();
        return wrapped != null && wrapped.getAttribute(Strangers.STRANGER) != null;
    }
}
