package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.SavedViews;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The list of cases with the views everybody has; which one stands in the address. */
@Route("cases")
@Menu(title = "cases.menu", order = 2, icon = "vaadin:folder-open-o")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@StyleSheet("context://styles/cases.css")
class CaseListView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String VIEW = "view";
    private static final int SEARCH_AFTER_MS = 250;

    private final CaseGrid grid;
    private final Tabs tabs = new Tabs();
    private final Map<CaseQuery.View, Tab> views = new EnumMap<>(CaseQuery.View.class);
    private CaseQuery query = CaseQuery.of(CaseQuery.View.MINE);

    CaseListView(CaseSearch search, People people, SavedViews saved) {
        grid = new CaseGrid(search, people);
        addClassNames("cd-page", "cd-case-list");
        for (CaseQuery.View view : CaseQuery.View.values()) {
            Tab tab = new Tab(Texts.t("cases.view." + view.name()));
            views.put(view, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                open(CaseQuery.View.values()[tabs.getSelectedIndex()]);
            }
        });

        TextField text = new TextField(Texts.t("cases.list.search"));
        text.setPlaceholder(Texts.t("cases.list.search.hint"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(SEARCH_AFTER_MS);
        text.addValueChangeListener(event -> show(new CaseQuery(
                query.view(), event.getValue(), query.state(), query.problem(), query.order(), query.ascending())));
        text.addClassName("cd-grow");
        Select<CaseState> state = filter(
                "cases.list.state",
                CaseState.class,
                value -> show(new CaseQuery(
                        query.view(), query.text(), value, query.problem(), query.order(), query.ascending())));
        Select<Problem> problem = filter(
                "cases.list.problem",
                Problem.class,
                value -> show(new CaseQuery(
                        query.view(), query.text(), query.state(), value, query.order(), query.ascending())));
        Div filters = new Div(text, state, problem);
        filters.addClassNames("cd-row", "cd-filters");
        SavedViewsBar bar = new SavedViewsBar(saved, () -> query, chosen -> {
            text.clear();
            state.setValue(chosen.state());
            problem.setValue(chosen.problem());
            tabs.setSelectedTab(views.get(chosen.view()));
            show(chosen);
        });
        add(new PageHeader(Texts.t("cases.list.title")), tabs, bar, filters, grid);
    }

    private static <E extends Enum<E>> Select<E> filter(String label, Class<E> type, Consumer<E> change) {
        Select<E> select = new Select<>();
        select.setLabel(Texts.t(label));
        select.setItems(type.getEnumConstants());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(Texts.t("cases.list.any"));
        select.setPlaceholder(Texts.t("cases.list.any"));
        select.setItemLabelGenerator(value -> value == null ? Texts.t("cases.list.any") : Texts.of(value));
        select.addValueChangeListener(event -> change.accept(event.getValue()));
        return select;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String named = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(VIEW)
                .orElse("");
        CaseQuery.View view = Arrays.stream(CaseQuery.View.values())
                .filter(known -> slug(known).equals(named))
                .findFirst()
                .orElse(CaseQuery.View.MINE);
        tabs.setSelectedTab(views.get(view));
        show(new CaseQuery(view, query.text(), query.state(), query.problem(), query.order(), query.ascending()));
    }

    private void open(CaseQuery.View view) {
        getUI().ifPresent(ui -> ui.navigate(CaseListView.class, QueryParameters.of(VIEW, slug(view))));
    }

    private void show(CaseQuery wanted) {
        query = wanted;
        grid.show(wanted);
    }

    private static String slug(CaseQuery.View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("cases.list.title"));
    }
}
