package app.carddesk.guides.ui;

import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.guides.Guide;
import app.carddesk.guides.GuideEditing;
import app.carddesk.guides.GuideSaving;
import app.carddesk.guides.GuideSubject;
import app.carddesk.guides.Guides;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Where a supervisor writes a guide in Markdown, sees what it becomes, and brings earlier texts back. */
@Route("guides/:" + GuidesNavigation.SLUG + "/edit")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/guides.css")
class GuideEditView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Guides guides;
    private final GuideEditing editing;
    private final People people;
    private @Nullable GuideForm form;
    private int seen;

    GuideEditView(Guides guides, GuideEditing editing, People people) {
        this.guides = guides;
        this.editing = editing;
        this.people = people;
        addClassNames("cd-page", "cd-guide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        form = null;
        Language language = GuidesNavigation.shown(event.getLocation().getQueryParameters())
                .orElseGet(() -> Language.of(getLocale()));
        event.getRouteParameters()
                .get(GuidesNavigation.SLUG)
                .flatMap(slug -> guides.find(slug, language))
                .ifPresentOrElse(
                        this::show,
                        () -> add(
                                new PageHeader(Texts.t("guides.unknown")),
                                new EmptyState(
                                        Texts.t("guides.unknown"),
                                        Texts.t("guides.unknown.hint"),
                                        new RouterLink(Texts.t("guides.all"), GuidesView.class))));
    }

    private void show(Guide guide) {
        GuideSubject subject = guide.subject();
        Language language = guide.language();
        seen = guide.version();
        GuideForm fields = new GuideForm(guide.text(), language);
        GuideHistory history = new GuideHistory(people, language, version -> restore(subject, language, version));
        history.show(editing.history(subject, language));
        form = fields;
        Button save =
                new Button(Texts.t("guides.save"), event -> done(editing.save(subject, language, seen, fields.text())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        RouterLink back = GuidesNavigation.link(subject, Texts.t("guides.back"), null);
        add(
                new PageHeader(Texts.t("guides.edit.title", guide.text().title()))
                        .subtitle(Texts.t("guides.edit.subtitle"))
                        .actions(back, save),
                new Panel(
                        Texts.t("guides.languages"),
                        new GuideLanguages(language, null, chosen -> open(subject, chosen))),
                fields,
                history);
    }

    private static void open(GuideSubject subject, Language language) {
        UI.getCurrent()
                .navigate(
                        GuideEditView.class,
                        new RouteParameters(GuidesNavigation.SLUG, subject.slug()),
                        GuidesNavigation.parameters(language, null));
    }

    private void restore(GuideSubject subject, Language language, int version) {
        done(editing.restore(subject, language, seen, version));
    }

    private void done(GuideSaving saving) {
        switch (saving) {
            case GuideSaving.Saved(Guide guide) -> {
                removeAll();
                show(guide);
                Toasts.success(Texts.t("guides.saved", guide.version()));
            }
            case GuideSaving.Stale(var theirs) ->
                Toasts.failure(
                        Texts.t("guides.stale", theirs.by() == null ? "" : people.name(theirs.by()), theirs.number()));
            case GuideSaving.Refused(var fault) -> {
                if (form != null) {
                    form.tell(fault);
                }
            }
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form == null || !form.isDirty()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
        ConfirmDialog ask = new ConfirmDialog();
        ask.setHeader(Texts.t("guides.leave"));
        ask.setText(Texts.t("guides.leave.explained"));
        ask.setConfirmText(Texts.t("guides.leave.yes"));
        ask.setCancelable(true);
        ask.setCancelText(Texts.t("guides.leave.no"));
        ask.addConfirmListener(confirmed -> leaving.proceed());
        ask.addCancelListener(cancelled -> leaving.cancel());
        ask.open();
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("guides.edit"));
    }
}
