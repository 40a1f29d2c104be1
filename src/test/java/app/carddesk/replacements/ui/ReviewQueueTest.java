package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor looks through what waits and what was issued. */
@Tag("database")
class ReviewQueueTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private ReviewBadge badge;

    @Autowired
    private SignIn people;

    @Test
    void the_queue_names_amount_case_and_requester_oldest_first() {
        TestCase first = requests.due(51_200);
        TestCase second = requests.due(51_300);
        request("agent", first);
        request("agent", second);

        openTab(0);

        List<String> lines = lines();
        int one = indexOf(lines, first.number().toString());
        int other = indexOf(lines, second.number().toString());
        assertThat(one).isNotNegative().isLessThan(other);
        assertThat(lines.get(one)).contains("DKK 512.00").contains("Alva Lind").contains("Replacement");
    }

    @Test
    void the_menu_counts_what_this_person_can_decide() {
        TestCase first = requests.due(50_000);
        TestCase second = requests.due(50_000);
        signIn("supervisor");
        int before = badge.count();
        request("supervisor", first);
        signIn("agent");
        request("agent", second);

        signIn("supervisor");
        assertThat(badge.count()).isEqualTo(before + 1);
    }

    @Test
    void what_was_issued_within_the_limit_shows_both_serials() {
        TestCase due = requests.due(12_300);
        cards.stock(due.card(), 1);
        ReplacementRequest issued = request("agent", due);
        assertThat(issued.state()).isEqualTo(RequestState.ISSUED);

        openTab(2);

        assertThat(lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(due.card().serial().value())
                        .contains(issued.issued().value())
                        .contains("DKK 123.00"));
    }

    @Test
    void agents_do_not_get_in() {
        openTab(0);
        assertThat(_find(ReviewView.class)).hasSize(1);

        signIn("agent");
        assertThatThrownBy(() -> UI.getCurrent().navigate(ReviewNavigation.QUEUE))
                .isInstanceOf(MockAccessDeniedException.class);
    }

    private ReplacementRequest request(String username, TestCase due) {
        people.as(username);
        return ((Handled.Done)
                        replacements.request(due.confirmed(), UUID.randomUUID().toString()))
                .request();
    }

    private void openTab(int tab) {
        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.QUEUE);
        _get(TabSheet.class).setSelectedIndex(tab);
    }

    /** The lines of the list that is open, as they are read. */
    private List<String> lines() {
        Grid<?> grid = _get(Grid.class);
        int size = GridKt._size(grid);
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(row -> (Component) GridKt._getCellComponent(grid, row, "line"))
                .map(line -> line.getElement().getTextRecursively().replace('\u00a0', ' '))
                .toList();
    }

    private static int indexOf(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        return -1;
    }
}
