package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.CaseQuery.Order;
import app.carddesk.cases.CaseSearch;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WindowWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.RouterLink;
import java.util.stream.Stream;

/** Cases line by line, fetched slice by slice and sorted by the database; on a narrow screen one block for each. */
final class CaseGrid extends Grid<CaseLine> {

    private static final int NARROW = 800;

    private final CaseSearch search;
    private final People people;
    private final Column<CaseLine> block;
    private CaseQuery query = CaseQuery.of(CaseQuery.View.MINE);

    CaseGrid(CaseSearch search, People people) {
        this.search = search;
        this.people = people;
        addClassName("cd-case-grid");
        addThemeName("no-border");
        block = addComponentColumn(this::block).setHeader(Texts.t("cases.list.case"));
        addComponentColumn(line -> CasesNavigation.link(line.number()))
                .setHeader(Texts.t("cases.list.case"))
                .setSortProperty(Order.NUMBER.name())
                .setWidth("8.5rem")
                .setFlexGrow(0);
        addComponentColumn(line -> new StateBadge(line.state()))
                .setHeader(Texts.t("cases.list.state"))
                .setSortProperty(Order.STATE.name())
                .setWidth("11.5rem")
                .setFlexGrow(0);
        text(line -> line.problem() == null ? "" : Texts.of(line.problem()), "cases.list.problem", Order.PROBLEM);
        text(line -> line.customerName() == null ? "" : line.customerName(), "cases.list.customer", Order.CUSTOMER);
        addComponentColumn(line -> new SerialText(line.serial() == null ? "" : line.serial()))
                .setHeader(Texts.t("cases.list.serial"))
                .setSortProperty(Order.SERIAL.name())
                .setWidth("10.5rem")
                .setFlexGrow(0);
        addColumn(this::assignee).setHeader(Texts.t("cases.list.assignee")).setSortable(false);
        text(
                line -> line.callBack() == null ? "" : Formats.current().date(line.callBack()),
                "cases.list.callBack",
                Order.CALL_BACK);
        text(line -> Formats.current().dateTime(line.changedAt()), "cases.list.changed", Order.CHANGED);
        addItemClickListener(event -> CasesNavigation.open(event.getItem().number()));
        narrow(false);
        WindowWidth.whileAttached(this, NARROW, this::narrow);
    }

    private void text(ValueProvider<CaseLine, String> value, String header, Order order) {
        addColumn(value)
                .setHeader(Texts.t(header))
                .setSortProperty(order.name())
                .setAutoWidth(true);
    }

    void show(CaseQuery wanted) {
        query = wanted;
        boolean searching = !query.text().isBlank() || query.state() != null || query.problem() != null;
        setEmptyStateComponent(
                searching
                        ? new EmptyState(Texts.t("cases.list.noHits"), Texts.t("cases.list.noHits.hint"))
                        : new EmptyState(
                                Texts.t("cases.list.empty." + query.view().name()),
                                Texts.t("cases.list.empty.hint"),
                                new RouterLink(Texts.t("cases.list.toDesk"), DeskView.class)));
        setItems(this::fetch);
    }

    private Stream<CaseLine> fetch(Query<CaseLine, Void> slice) {
        CaseQuery sorted =
                slice.getSortOrders().stream().findFirst().map(this::sorted).orElse(query);
        return search.page(sorted, slice.getOffset(), slice.getLimit()).stream();
    }

    private CaseQuery sorted(QuerySortOrder sort) {
        return new CaseQuery(
                query.view(),
                query.text(),
                query.state(),
                query.problem(),
                Order.valueOf(sort.getSorted()),
                sort.getDirection() == SortDirection.ASCENDING);
    }

    private Component block(CaseLine line) {
        Span about = new Span(CaseLinks.about(line));
        about.addClassNames("cd-soft", "cd-small");
        Span who = new Span(assignee(line));
        who.addClassNames("cd-soft", "cd-small", "cd-grow");
        Div head = new Div(CasesNavigation.link(line.number()), who, new StateBadge(line.state()));
        head.addClassName("cd-row");
        Div block = new Div(head, about);
        block.addClassNames("cd-stacked", "cd-case-block");
        return block;
    }

    private String assignee(CaseLine line) {
        return line.assignee() == null ? Texts.t("cases.nobody") : people.name(line.assignee());
    }

    private void narrow(boolean narrow) {
        getColumns().forEach(column -> column.setVisible((column == block) == narrow));
    }
}
