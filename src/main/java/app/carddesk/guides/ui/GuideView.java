package app.carddesk.guides.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.guides.Guide;
import app.carddesk.guides.Guides;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One guide, in the reader's language and with one click in the customer's. */
@Route("guides/:" + GuidesNavigation.SLUG)
@PermitAll
@StyleSheet("context://styles/guides.css")
class GuideView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Guides guides;
    private final CurrentPerson person;
    private String title = Texts.t("guides.title");

    GuideView(Guides guides, CurrentPerson person) {
        this.guides = guides;
        this.person = person;
        addClassNames("cd-page", "cd-guide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Language language = GuidesNavigation.shown(event.getLocation().getQueryParameters())
                .orElseGet(() -> Language.of(getLocale()));
        Language customer = GuidesNavigation.customer(event.getLocation().getQueryParameters())
                .orElse(null);
        event.getRouteParameters()
                .get(GuidesNavigation.SLUG)
                .flatMap(slug -> guides.find(slug, language))
                .ifPresentOrElse(guide -> show(guide, customer), this::notFound);
    }

    private void show(Guide guide, @Nullable Language customer) {
        title = guide.text().title();
        PageHeader header = new PageHeader(title).subtitle(guide.text().summary());
        header.getElement().setAttribute("lang", guide.language().locale().toLanguageTag());
        List<Component> acts = new ArrayList<>(List.of(new CopyForCustomer(guide)));
        if (person.get().has(Role.SUPERVISOR)) {
            RouterLink edit = new RouterLink(
                    Texts.t("guides.edit"),
                    GuideEditView.class,
                    new RouteParameters(GuidesNavigation.SLUG, guide.slug()));
            edit.setQueryParameters(GuidesNavigation.parameters(guide.language(), null));
            acts.add(edit);
        }
        header.actions(acts.toArray(Component[]::new));
        Panel text = new Panel(
                Texts.of(guide.subject().group()), new GuideArticle(guide.text().body(), guide.language()));
        Div aside = new Div(
                new Panel(
                        Texts.t("guides.languages"),
                        new GuideLanguages(guide.language(), customer, chosen -> show(guide, chosen, customer))),
                new Panel(
                        Texts.t("guides.sources"),
                        new SourceChips(guide.subject().sources()),
                        origin(guide)));
        aside.addClassNames("cd-stack", "cd-guide-aside");
        Div columns = new Div(text, aside);
        columns.addClassName("cd-guide-columns");
        add(header, columns, new RouterLink(Texts.t("guides.all"), GuidesView.class));
    }

    private static void show(Guide guide, Language chosen, @Nullable Language customer) {
        UI.getCurrent()
                .navigate(
                        GuideView.class,
                        new RouteParameters(GuidesNavigation.SLUG, guide.slug()),
                        GuidesNavigation.parameters(chosen, customer));
    }

    private static Span origin(Guide guide) {
        Span origin = new Span(
                guide.version() == 0 ? Texts.t("guides.asShipped") : Texts.t("guides.version", guide.version()));
        origin.addClassNames("cd-soft", "cd-small");
        return origin;
    }

    private void notFound() {
        title = Texts.t("guides.unknown");
        add(
                new PageHeader(title),
                new EmptyState(
                        Texts.t("guides.unknown"),
                        Texts.t("guides.unknown.hint"),
                        new RouterLink(Texts.t("guides.all"), GuidesView.class)));
    }

    @Override
    public String getPageTitle() {
        return Texts.title(title);
    }
}
