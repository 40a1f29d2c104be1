package app.carddesk.shell;

import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.DatabaseAway;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
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
    private final DatabaseAvailability database;
    private boolean away;
    private Runnable deaf = () -> {};

    FailureView(Failures failures, DatabaseAvailability database) {
        this.failures = failures;
        this.database = database;
        addClassName("cd-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        if (DatabaseAway.isBehind(parameter.getException())) {
            waitForDatabase();
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        String reference = failures.log(parameter.getException());
        add(new EmptyState(
                Texts.t("shell.failed.title"),
                Texts.t("shell.failure", reference),
                new Anchor("", Texts.t("shell.toDesk"))));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** The page asked for is shown as soon as that is possible. */
    private void waitForDatabase() {
        away = true;
        add(new EmptyState(Texts.t("shell.database.title"), Texts.t("shell.database.page")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (away) {
            Runnable reload =
                    event.getUI().accessLater(() -> event.getUI().getPage().reload(), () -> {});
            deaf = database.listen(available -> {
                if (available) {
                    reload.run();
                }
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        deaf.run();
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("shell.failed.title"));
    }
}
