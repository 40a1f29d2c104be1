package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.ui.CorrectionList;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What waits for a supervisor, what waits for stock, what was issued without one, and what was decided. */
@Route(ReviewNavigation.QUEUE)
@Menu(title = "replacements.review", order = 30, icon = "vaadin:check-square-o")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/replacements.css")
class ReviewView extends Div implements HasDynamicTitle {

    ReviewView(
            ReviewQueue queue,
            Corrections corrections,
            List<ReviewSection> sections,
            CurrentPerson person,
            People people,
            Clock clock) {
        addClassNames("cd-page", "cd-review");
        ReviewRows rows = new ReviewRows(people, clock);

        TabSheet tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(
                Texts.t("replacements.tab.toDecide"),
                list("toDecide", queue::toDecide, rows::waiting, row -> row.id()));
        tabs.add(
                Texts.t("replacements.tab.waitingForStock"),
                list("waitingForStock", queue::waitingForStock, rows::waiting, row -> row.id()));
        tabs.add(
                Texts.t("replacements.tab.withinLimit"),
                list("withinLimit", queue::issuedWithinLimit, rows::issuedAlone, row -> row.id()));
        tabs.add(
                Texts.t("replacements.tab.decided"),
                list("decided", queue::decided, rows::decided, row -> row.request()));
        tabs.add(Texts.t("replacements.tab.corrections"), new CorrectionList(corrections, person, people));
        sections.forEach(section -> add(tabs, section));
        add(new PageHeader(Texts.t("replacements.review")).subtitle(Texts.t("replacements.review.subtitle")), tabs);
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("replacements.review"));
    }

    /** The count beside a title is that of the list as it was drawn last. */
    private static void add(TabSheet tabs, ReviewSection section) {
        Span count = new Span();
        count.addClassName("cd-tab-count");
        Component list = section.create(() -> count.setText(Formats.current().number(section.count())));
        tabs.add(new Tab(new Span(section.title()), count), list);
    }

    private static <T> Component list(
            String key, Page<T> page, SerializableFunction<T, Component> line, SerializableFunction<T, UUID> request) {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.addClassName("cd-review-list");
        grid.setAllRowsVisible(false);
        // Each row is judged anew when it is shown.
        grid.setPageSize(20);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(line)).setKey("line");
        grid.setEmptyStateComponent(
                new EmptyState(Texts.t("replacements.empty." + key), Texts.t("replacements.empty." + key + ".hint")));
        grid.setItems((CallbackDataProvider.FetchCallback<T, Void>)
                query -> page.of(query.getOffset(), query.getLimit()).stream());
        grid.addItemClickListener(event ->
                grid.getUI().ifPresent(ui -> ui.navigate(ReviewNavigation.of(request.apply(event.getItem())))));
        return grid;
    }

    /** A part of a list, straight from the database. */
    private interface Page<T> extends java.io.Serializable {
        List<T> of(int offset, int limit);
    }
}
