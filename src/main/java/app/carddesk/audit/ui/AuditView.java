package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.audit.AuditVerification;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The audit trail: search it, look at one event, verify all of it, take a copy out. */
@Route("admin/audit")
@Menu(title = "audit.title", order = 78, icon = "vaadin:clipboard-check")
@RolesAllowed(Roles.ADMINISTRATOR)
@StyleSheet("context://styles/audit.css")
class AuditView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final AuditLog log;
    private final People people;
    private final AuditGrid grid;

    AuditView(AuditLog log, AuditVerification verification, People people) {
        this.log = log;
        this.people = people;
        addClassNames("cd-page", "cd-audit");
        grid = new AuditGrid(log, people, this::open);
        AuditFilters filters = new AuditFilters(log, people, grid::show);
        VerificationPanel panel = new VerificationPanel(verification, people);
        Anchor export = new Anchor(new AuditExport(log, people, filters::query), Texts.t("audit.export"));
        export.addClassName("cd-audit-export");
        PageHeader header = new PageHeader(Texts.t("audit.title")).subtitle(Texts.t("audit.words"));
        add(header.actions(export, panel.button()), panel, filters, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        grid.show(AuditQuery.EVERYTHING);
    }

    private void open(AuditLine line) {
        new AuditDetails(line, log, people).open();
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("audit.title"));
    }
}
