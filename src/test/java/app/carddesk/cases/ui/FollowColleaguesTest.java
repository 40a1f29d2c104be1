package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.access.People;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.notices.Presence;
import app.carddesk.notices.Visit;
import app.carddesk.shared.Problem;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on one case: they see each other, and neither overwrites what the other wrote. */
@Tag("database")
class FollowColleaguesTest extends CaseScreen {

    @Autowired
    private Presence presence;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    private final LinkedBlockingQueue<Boolean> colleagueTold = new LinkedBlockingQueue<>();
    private final Runnable colleague = () -> colleagueTold.add(true);
    private String name = "";

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
        name = people.name(DemoPeople.AGENT_2);
    }

    @Test
    void whoever_comes_and_goes_is_shown_while_it_happens_with_the_field_they_are_in() {
        CaseNumber number = open(null);
        assertThat(company()).isEmpty();

        Visit visit = enter(number);
        awaitUntil(() -> company().contains(name));
        assertThat(_get(CaseCompany.class).getElement().getAttribute("role")).isEqualTo("status");

        visit.edit("retailer");
        awaitUntil(() -> company().contains(name + " · Retailer"));
        assertThat(text("Retailer").getHelperText()).isEqualTo(name + " is editing this");
        assertThat(text("Retailer").getParent().orElseThrow().hasClassName("cd-edited-elsewhere"))
                .isTrue();

        visit.rest("retailer");
        awaitUntil(() -> !company().contains("Retailer"));
        assertThat(text("Retailer").getHelperText()).isNullOrEmpty();
        visit.leave();
        awaitUntil(() -> company().isEmpty());
    }

    @Test
    void the_colleague_sees_which_field_this_window_is_in_and_that_it_is_gone() throws Exception {
        CaseNumber number = open(null);
        Visit visit = enter(number);
        assertThat(visit.others()).singleElement().satisfies(other -> {
            assertThat(other.person()).isEqualTo(DemoPeople.AGENT);
            assertThat(other.fields()).isEmpty();
        });

        focus(text("Retailer"));
        assertThat(visit.others().getFirst().fields()).containsExactly("retailer");
        leave(text("Retailer"));
        assertThat(visit.others().getFirst().fields()).isEmpty();
        colleagueTold.clear();

        UI.getCurrent().navigate("");
        assertThat(visit.others()).isEmpty();
        assertThat(colleagueTold.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void a_session_that_ends_leaves_the_case() {
        CaseNumber number = open(null);
        Visit visit = enter(number);
        assertThat(visit.others()).hasSize(1);

        MockVaadin.tearDown();

        assertThat(visit.others()).isEmpty();
    }

    @Test
    void what_a_colleague_writes_is_shown_while_it_happens() {
        CaseNumber number = open(null);

        elsewhere(number, null, "Kiosk");

        awaitUntil(() -> text("Retailer").getValue().equals("Kiosk"));
        assertThat(page()).contains("Retailer: Kiosk");
    }

    @Test
    void a_field_somebody_is_in_waits_until_they_leave_it() {
        CaseNumber number = open(null);
        focus(text("Retailer"));

        elsewhere(number, null, "Kiosk");
        awaitUntil(() -> page().contains("Retailer: Kiosk"));
        assertThat(text("Retailer").getValue()).isEmpty();

        leave(text("Retailer"));
        assertThat(text("Retailer").getValue()).isEqualTo("Kiosk");
    }

    @Test
    void both_values_are_shown_as_soon_as_a_colleague_is_faster_and_what_is_typed_stays() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket");

        elsewhere(number, null, "Kiosk");

        awaitUntil(() -> page().contains(name + " changed this"));
        assertThat(page()).contains("It now says “Kiosk”; you have “Supermarket”.");
        assertThat(text("Retailer").getValue()).isEqualTo("Supermarket");
        Button mine = _get(Button.class, spec -> spec.withText("Keep mine"));
        assertThat(mine.getElement().getAttribute("aria-label")).isEqualTo("Keep mine: Retailer");

        // Typing goes on, and leaving the field for the button must not take the button away.
        type(text("Retailer"), "Supermarket Odense");
        leave(text("Retailer"));
        assertThat(page()).contains("you have “Supermarket Odense”.");
        assertThat(_get(Button.class, spec -> spec.withText("Keep mine"))).isSameAs(mine);
        press("Keep mine");
        assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Supermarket Odense");
        assertThat(_find(Button.class, spec -> spec.withText("Keep mine"))).isEmpty();
    }

    @Test
    void a_field_that_changes_twice_asks_about_the_latest_value() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket");
        elsewhere(number, null, "Kiosk");
        awaitUntil(() -> page().contains("“Kiosk”"));

        elsewhere(number, "Kiosk", "Petrol station");
        awaitUntil(() -> page().contains("It now says “Petrol station”"));
        press("Take theirs");

        assertThat(text("Retailer").getValue()).isEqualTo("Petrol station");
        assertThat(contents(number).drafts()).isEmpty();
    }

    @Test
    void what_a_colleague_writes_elsewhere_on_the_case_leaves_what_is_typed_alone() {
        CaseNumber number = open(null);
        type(text("Retailer"), "Supermarket");

        UUID id = id(number);
        asColleague(() -> editing.change(id, CaseField.PROBLEM, null, Problem.INVALID));

        awaitUntil(() -> page().contains("Problem: "));
        assertThat(text("Retailer").getValue()).isEqualTo("Supermarket");
    }

    private Visit enter(CaseNumber number) {
        return presence.enter(id(number), people.find(DemoPeople.AGENT_2).orElseThrow(), colleague);
    }

    private static String company() {
        return _get(CaseCompany.class).getElement().getTextRecursively();
    }

    private void elsewhere(CaseNumber number, String base, String value) {
        UUID id = id(number);
        asColleague(() -> editing.change(id, CaseField.RETAILER, base, value));
    }

    /** On a thread of its own: on this one the window says who acts. */
    private void asColleague(Runnable act) {
        CompletableFuture.runAsync(() -> {
                    signIn.as("agent2");
                    try {
                        act.run();
                    } finally {
                        signIn.out();
                    }
                })
                .join();
    }

    private static void focus(TextField field) {
        ComponentUtil.fireEvent((Component) field, new FocusNotifier.FocusEvent<>(field, true));
    }

    /** News come on a thread of their own, and wait for this window's next roundtrip. */
    private static void awaitUntil(BooleanSupplier shown) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    MockVaadin.clientRoundtrip(false);
                    return shown.getAsBoolean();
                });
    }
}
