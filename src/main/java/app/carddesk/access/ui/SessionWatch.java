package app.carddesk.access.ui;

import app.carddesk.access.SessionLimits;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Watches in the browser how long the sign-in still lasts: tells the server when its person does something, warns them
 * before it ends, and leaves nothing on the screen when it has. The server ends it by itself.
 */
@Tag("carddesk-session")
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@JsModule("context://session-watch.js")
@StyleSheet("context://styles/session.css")
public class SessionWatch extends Component {

    SessionWatch(SessionLimits limits) {
        set("data-warning", String.valueOf(limits.warning().toMillis()));
        set("data-idle", String.valueOf(limits.idle().toMillis()));
        set("data-title", Texts.t("access.session.title"));
        set("data-idle-text", Texts.t("access.session.idle"));
        set("data-longest-text", Texts.t("access.session.longest"));
        set("data-left", Texts.t("access.session.left"));
        set("data-stay", Texts.t("access.session.stay"));
        set("data-understood", Texts.t("access.session.understood"));
        set("data-over", Texts.t("access.signedOut.title"));
        set("data-unreachable", Texts.t("access.session.unreachable"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        set("data-signed-out", SignedOutPage.address(Language.of(event.getUI().getLocale())));
    }

    private void set(String attribute, String value) {
        getElement().setAttribute(attribute, value);
    }
}
