package app.carddesk.shell;

import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown when a screen could not be built. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final Failures failures;

    FailureView(Failures failures) {
        this.failures = failures;
        addClassName("cd-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = failures.log(parameter.getException());
        removeAll();
        add(new EmptyState(
                Texts.t("shell.failed.title"),
                Texts.t("shell.failure", reference),
                new Anchor("", Texts.t("shell.toDesk"))));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("shell.failed.title"));
    }
}
