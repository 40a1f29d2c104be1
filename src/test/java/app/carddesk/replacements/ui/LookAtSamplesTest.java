package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor goes through what was drawn of that which nobody decided on. */
@Tag("database")
class LookAtSamplesTest extends KaribuTest {

    private static final int WITHIN_LIMIT = 2;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private SignIn people;

    @Autowired
    private OwnerDatabase owner;

    @Test
    void a_row_goes_once_it_was_looked_at_and_says_afterwards_who_did() {
        TestCase drawn = drawn("agent");
        openSamples();
        assertThat(list()).contains(drawn.number().toString(), "Drawn to be looked at");

        _click(act(drawn));
        TextArea words = _get(TextArea.class);
        BasicUtilsKt.checkEditableByUser(words);
        words.setValue("Called the shop.");
        _click(_get(Button.class, spec -> spec.withText("Looked at")));

        assertThat(list()).doesNotContain(drawn.number().toString());
        _get(TabSheet.class).setSelectedIndex(WITHIN_LIMIT);
        Grid<?> grid = _get(Grid.class);
        int last = GridKt._size(grid) - 1;
        assertThat(IntStream.rangeClosed(0, last)
                        .mapToObj(row -> ((Component) GridKt._getCellComponent(grid, last - row, "line"))
                                .getElement()
                                .getTextRecursively())
                        .filter(line -> line.contains(drawn.number().toString()))
                        .findFirst())
                .get()
                .asString()
                .contains("Looked at by", "Called the shop.")
                .doesNotContain("Drawn to be looked at");
    }

    @Test
    void their_own_they_see_and_cannot_look_at() {
        TestCase own = drawn("supervisor");

        openSamples();

        assertThat(list()).contains(own.number().toString(), "You issued this yourself");
        assertThat(acts(own)).isEmpty();
    }

    private TestCase drawn(String by) {
        TestCase due = requests.due(100);
        cards.stock(due.card(), 1);
        people.as(by);
        assertThat(replacements.request(due.confirmed(), UUID.randomUUID().toString()))
                .isInstanceOf(Handled.Done.class);
        // The oldest of all, so that it stands on the first page whatever other tests have left.
        owner.jdbc()
                .sql(
                        "update replacement set sampled = true, issued_at = timestamp with time zone '2001-01-01 00:00:00Z'"
                                + " where case_id = :case")
                .param("case", due.id())
                .update();
        return due;
    }

    private void openSamples() {
        signIn("supervisor");
        UI.getCurrent().navigate(ReviewNavigation.QUEUE);
        TabSheet tabs = _get(TabSheet.class);
        IntStream.range(0, tabs.getTabCount())
                .mapToObj(tabs::getTabAt)
                .filter(tab -> label(tab).startsWith("To look at"))
                .forEach(tabs::setSelectedTab);
    }

    private static String label(Tab tab) {
        return tab.getElement().getTextRecursively();
    }

    private static String list() {
        return _get(Div.class, spec -> spec.withClasses("cd-samples"))
                .getElement()
                .getTextRecursively();
    }

    private static Button act(TestCase of) {
        return acts(of).getFirst();
    }

    private static List<Button> acts(TestCase of) {
        return _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("I have looked at it: " + of.number()))
                .toList();
    }
}
