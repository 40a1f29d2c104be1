package app.carddesk.books.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.books.BookCheck;
import app.carddesk.books.BookReport;
import app.carddesk.cards.TestCards;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor or an administrator asks whether the books balance. */
@Tag("database")
class BooksPageTest extends KaribuTest {

    @Autowired
    private TestCards cards;

    @Test
    void the_page_says_that_the_books_balance_with_the_figures() {
        cards.active(10_000);
        signIn("supervisor");
        UI.getCurrent().navigate(BooksView.class);

        _click(_get(Button.class, spec -> spec.withText("Check the books")));

        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(text()).contains("The books balance", "DKK", "On cards");
        });
        assertThat(_get(Button.class, spec -> spec.withText("Check the books")).isEnabled())
                .isTrue();
    }

    @Test
    void what_does_not_balance_is_named_each_in_its_own_words() {
        signIn("supervisor");
        for (BookCheck check : BookCheck.values()) {
            BookReport report = new BookReport(
                    7,
                    List.of(),
                    List.of(new BookReport.Finding(check, "GCA123", BigInteger.TEN, BigInteger.ONE)),
                    Map.of(check, true));

            String words = new BooksResult(report, "today").getElement().getTextRecursively();

            assertThat(words)
                    .contains(
                            "The books do not balance", "GCA123: stands at 10, should be 1", "the first 100 are shown")
                    .doesNotContain("bookCheck.", "books.", "!");
        }
    }

    private static String text() {
        return _get(BooksView.class).getElement().getTextRecursively();
    }
}
