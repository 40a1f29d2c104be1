package app.carddesk.shell;

import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Shown for an address that leads nowhere, and for one that is not for this person: neither says which. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundView() {
        addClassName("cd-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        if (event.getLocation().getPath().isEmpty()) {
            // The desk is not for everyone; whoever it is not for begins at the first screen that is their own.
            Optional<MenuEntry> first = MenuConfiguration.getMenuEntries().stream()
                    .filter(entry -> !entry.menuClass().isAnnotationPresent(PermitAll.class))
                    .findFirst();
            if (first.isPresent()) {
                event.forwardTo(first.get().menuClass());
                return HttpServletResponse.SC_OK;
            }
        }
        removeAll();
        add(new EmptyState(
                Texts.t("shell.notFound.title"),
                Texts.t("shell.notFound.hint"),
                new Anchor("", Texts.t("shell.toDesk"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("shell.notFound.title"));
    }
}
