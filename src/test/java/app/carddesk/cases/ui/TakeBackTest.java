package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.TestClock;
import app.carddesk.access.DemoPeople;
import app.carddesk.cases.CallBack;
import app.carddesk.cases.CallBacks;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.StepOutcome;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done a moment ago is taken back, what was begun is taken up, and colleagues and calls are kept in mind. */
@Tag("database")
class TakeBackTest extends CaseScreen {

    @Autowired
    private CallBacks callBacks;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void a_note_is_taken_back_from_the_toast() {
        open(null);
        enter(_get(TextArea.class), "Wrong case");
        press("Add note");
        assertThat(page()).contains("Note: Wrong case");

        press("Undo");

        assertThat(page()).doesNotContain("Wrong case").contains("A note was taken back");
    }

    @Test
    void an_assignment_is_taken_back_from_the_toast() {
        CaseNumber number = open(null);
        pick("Handled by", DemoPeople.AGENT_2);
        assertThat(contents(number).values().get(CaseField.ASSIGNEE)).isEqualTo(DemoPeople.AGENT_2);

        press("Undo");

        assertThat(contents(number).values().get(CaseField.ASSIGNEE)).isEqualTo(DemoPeople.AGENT);
    }

    @Test
    void the_story_offers_to_take_back_what_is_mine_for_a_while() {
        CaseNumber number = open(null);
        work.take(id(number), Step.CHECK_CHARACTERS, StepOutcome.DID_NOT_HELP);
        work.note(id(number), "Wrong case");
        editing.change(id(number), CaseField.ASSIGNEE, DemoPeople.AGENT, DemoPeople.AGENT_2);
        editing.change(id(number), CaseField.ASSIGNEE, DemoPeople.AGENT_2, null);
        reload(number);
        assertThat(undos()).hasSize(3);
        assertThat(undos().get(1).getElement().getAttribute("aria-label")).isEqualTo("Undo: Note: Wrong case");

        _click(undos().get(2));
        assertThat(contents(number).steps()).isEmpty();
        _click(undos().get(1));
        assertThat(page()).doesNotContain("Note: Wrong case");
        _click(undos().getFirst());
        assertThat(contents(number).values().get(CaseField.ASSIGNEE)).isEqualTo(DemoPeople.AGENT_2);

        work.note(id(number), "Another");
        clock.forward(CaseWork.UNDO.plus(Duration.ofSeconds(1)));
        reload(number);
        assertThat(undos()).isEmpty();
    }

    @Test
    void what_a_colleague_did_is_not_mine_to_take_back() {
        CaseNumber number = open(null);
        work.note(id(number), "Mine");
        signIn("agent2");

        reload(number);

        assertThat(page()).contains("Note: Mine");
        assertThat(undos()).isEmpty();
    }

    @Test
    void a_colleague_is_named_with_the_keyboard_and_shown_by_name() {
        open(null);
        enter(_get(TextArea.class), "Please look, @bja");

        Button choice = _get(Button.class, spec -> spec.withText("Bjarne Holm"));
        assertThat(choice.getElement().getAttribute("aria-label")).isEqualTo("Mention Bjarne Holm");
        _click(choice);

        assertThat(_get(TextArea.class).getValue()).isEqualTo("Please look, @Bjarne Holm ");
        assertThat(_find(Button.class, spec -> spec.withText("Bjarne Holm"))).isEmpty();
        press("Add note");
        assertThat(page()).contains("Note: Please look, @Bjarne Holm");
    }

    @Test
    void a_call_back_is_agreed_put_off_and_done() {
        CaseNumber number = open(null);

        press("In an hour");
        CallBack first = callBacks.of(id(number)).orElseThrow();
        assertThat(first.by()).isEqualTo(DemoPeople.AGENT);
        assertThat(Duration.between(clock.instant(), first.at()))
                .isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
        assertThat(page()).contains("Alva Lind calls back on");

        press("Tomorrow at 9");
        assertThat(callBacks.of(id(number)).orElseThrow().at()).isNotEqualTo(first.at());
        assertThat(page()).contains("Call-back moved");
        press("Called");
        assertThat(callBacks.of(id(number))).isEmpty();
        assertThat(page()).contains("Called back; it was due on");
    }

    @Test
    void what_was_begun_is_offered_on_the_desk_to_be_taken_up_or_discarded() {
        CaseNumber number = open(null);
        enter(_get(TextArea.class), "She says");
        signIn("agent");
        UI.getCurrent().navigate("");
        assertThat(page()).contains("You typed something in " + number);

        press("Take it up: " + number);
        assertThat(_get(TextArea.class).getValue()).isEqualTo("She says");
        UI.getCurrent().navigate("");
        press("Discard: " + number);

        assertThat(contents(number).drafts()).doesNotContainKey(CaseEditing.NOTE);
        assertThat(page()).doesNotContain("You typed something in " + number);
    }

    private void reload(CaseNumber number) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);
    }

    private static List<NativeButton> undos() {
        return _find(NativeButton.class, spec -> spec.withClasses("cd-undo"));
    }
}
