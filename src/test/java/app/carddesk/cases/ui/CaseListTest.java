package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.access.DemoPeople;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.shared.Problem;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CaseListTest extends CaseScreen {

    private String name = "";

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
        name = "Zo" + TestCards.letters(10);
    }

    @Test
    void my_open_cases_come_first_and_closed_ones_are_under_all() {
        CaseNumber mine = named("");
        CaseNumber closed = named("");
        work.move(id(closed), CaseState.OPEN, CaseState.SOLVED);
        UI.getCurrent().navigate("cases");

        enter(text("Search"), name);
        assertThat(shown()).containsExactly(mine);

        list("all");
        assertThat(_get(Tabs.class).getSelectedTab().getLabel()).isEqualTo("All");
        enter(text("Search"), name);
        assertThat(shown()).containsExactlyInAnyOrder(mine, closed);
    }

    @Test
    void a_view_is_not_saved_under_a_name_that_holds_a_code() {
        UI.getCurrent().navigate("cases");
        press("Save this view");
        enter(text("Name of the view"), "mine XH7KQ2RB 9TJ4WN6D");

        press("Save");

        assertThat(text("Name of the view").getErrorMessage()).contains("looks like a redemption code");
    }

    @Test
    void a_case_without_anybody_stands_under_unassigned() {
        CaseNumber number = named("");
        editing.change(id(number), CaseField.ASSIGNEE, DemoPeople.AGENT, null);
        list("unassigned");

        enter(text("Search"), name);

        assertThat(shown()).containsExactly(number);
    }

    @Test
    void waiting_cases_have_their_views() {
        CaseNumber customer = named("");
        CaseNumber review = named("");
        work.move(id(customer), CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER);
        file.move(id(review), CaseState.WAITING_FOR_REVIEW);

        list("waiting-for-customer");
        enter(text("Search"), name);
        assertThat(shown()).containsExactly(customer);
        list("waiting-for-review");
        enter(text("Search"), name);
        assertThat(shown()).containsExactly(review);
    }

    @Test
    void filters_and_search_work_together() {
        CaseNumber expired = named("");
        named("");
        editing.change(id(expired), CaseField.PROBLEM, null, Problem.EXPIRED);
        UI.getCurrent().navigate("cases");
        enter(text("Search"), name);

        choose("Problem", Problem.EXPIRED);
        assertThat(shown()).containsExactly(expired);
        choose("State", CaseState.WAITING_FOR_RETAILER);

        assertThat(shown()).isEmpty();
        assertThat(_get(CaseGrid.class).getEmptyStateComponent().getElement().getTextRecursively())
                .contains("No case fits");
    }

    @Test
    void a_serial_or_a_number_finds_its_case() {
        var card = cards.active(50_000);
        CaseNumber number = work.open(card.serial());
        list("all");

        enter(text("Search"), card.serial().value().substring(0, 12));
        assertThat(shown()).containsExactly(number);
        enter(text("Search"), number.toString());
        assertThat(shown()).containsExactly(number);
    }

    @Test
    void columns_sort_in_the_database() {
        List<CaseNumber> numbers =
                IntStream.range(0, 3).mapToObj(i -> named(" " + i)).toList();
        list("all");
        enter(text("Search"), name);
        CaseGrid grid = _get(CaseGrid.class);

        grid.sort(List.of(new GridSortOrder<>(
                grid.getColumns().stream()
                        .filter(column -> "Customer".equals(column.getHeaderText()))
                        .findFirst()
                        .orElseThrow(),
                SortDirection.DESCENDING)));

        assertThat(shown()).isEqualTo(numbers.reversed());
    }

    private CaseNumber named(String suffix) {
        CaseNumber number = work.open(null);
        editing.change(id(number), CaseField.CUSTOMER_NAME, null, name + suffix);
        return number;
    }

    private static List<CaseNumber> shown() {
        return GridKt._findAll(_get(CaseGrid.class)).stream()
                .map(CaseLine::number)
                .toList();
    }
}
