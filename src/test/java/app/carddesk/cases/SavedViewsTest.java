package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cases.SavedViews.Outcome;
import app.carddesk.cases.SavedViews.Saved;
import app.carddesk.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarddeskTest
@Tag("database")
class SavedViewsTest {

    private static final CaseQuery UNREADABLE = new CaseQuery(
            CaseQuery.View.ALL, "Hansen", CaseState.OPEN, Problem.UNREADABLE, CaseQuery.Order.CUSTOMER, true);

    @Autowired
    private SavedViews views;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    @AfterEach
    void nothingSaved() {
        for (String person : new String[] {"agent", "agent2"}) {
            signIn.as(person);
            views.own().forEach(saved -> views.remove(saved.id()));
        }
    }

    @Test
    void a_view_keeps_all_but_what_was_searched_for_and_is_seen_by_its_owner_only() {
        signIn.as("agent");

        assertThat(views.save(" Unreadable ", UNREADABLE)).isEqualTo(Outcome.SAVED);

        Saved saved = views.own().getFirst();
        assertThat(saved.name()).isEqualTo("Unreadable");
        assertThat(saved.query())
                .isEqualTo(new CaseQuery(
                        CaseQuery.View.ALL, "", CaseState.OPEN, Problem.UNREADABLE, CaseQuery.Order.CUSTOMER, true));
        signIn.as("agent2");
        assertThat(views.own()).isEmpty();
        views.remove(saved.id());
        signIn.as("agent");
        assertThat(views.own()).hasSize(1);
    }

    @Test
    void a_name_with_a_redemption_code_in_it_is_refused() {
        signIn.as("agent");

        assertThat(views.save("XH7KQ2RB 9TJ4WN6D", UNREADABLE)).isEqualTo(Outcome.HOLDS_CODE);
        assertThat(views.save("mineXH7K-Q2RB-9TJ4-WN6D", UNREADABLE)).isEqualTo(Outcome.HOLDS_CODE);
        assertThat(views.save("Xbox cards of 2026", UNREADABLE)).isEqualTo(Outcome.SAVED);

        assertThat(views.own()).extracting(Saved::name).containsExactly("Xbox cards of 2026");
    }

    @Test
    void the_same_name_replaces_the_view() {
        signIn.as("agent");
        views.save("Mine", UNREADABLE);

        assertThat(views.save("Mine", CaseQuery.of(CaseQuery.View.MINE))).isEqualTo(Outcome.SAVED);

        assertThat(views.own()).extracting(saved -> saved.query().view()).containsExactly(CaseQuery.View.MINE);
    }

    @Test
    void a_name_has_to_be_one_and_there_is_an_end_to_views() {
        signIn.as("agent");
        assertThat(views.save("  ", UNREADABLE)).isEqualTo(Outcome.BAD_NAME);
        assertThat(views.save("n".repeat(SavedViews.LONGEST + 1), UNREADABLE)).isEqualTo(Outcome.BAD_NAME);
        for (int i = 0; i < SavedViews.MOST; i++) {
            assertThat(views.save("View " + i, UNREADABLE)).isEqualTo(Outcome.SAVED);
        }

        assertThat(views.save("One more", UNREADABLE)).isEqualTo(Outcome.TOO_MANY);
        assertThat(views.save("View 3", UNREADABLE)).isEqualTo(Outcome.SAVED);
        assertThat(views.own()).hasSize(SavedViews.MOST);
    }
}
