package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.DatabaseAway;
import app.carddesk.shared.Problem;
import app.carddesk.startup.TestDatabaseDoor;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case page while the database is away: what was typed stays, says that it is not saved, and is saved afterwards. */
@Tag("database")
class DatabaseAwayTest extends CaseScreen {

    @Autowired
    private TestDatabaseDoor door;

    private CaseNumber number;
    private Runnable open = () -> {};

    @BeforeEach
    void aCase() {
        signIn("agent");
        number = open(null);
    }

    @AfterEach
    void back() {
        open.run();
    }

    @Test
    void a_field_that_was_left_is_marked_and_saved_when_it_is_back() {
        open = door.shut();

        fill("Retailer", "Supermarket Odense");

        assertThat(text("Retailer").getValue()).isEqualTo("Supermarket Odense");
        assertThat(text("Retailer").getErrorMessage()).startsWith("Not saved yet: the database does not answer");
        assertThat(text("Retailer").isInvalid()).isTrue();

        comesBack();
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue();
            assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Supermarket Odense");
            assertThat(text("Retailer").isInvalid()).isFalse();
        });
    }

    @Test
    void a_choice_and_a_note_that_is_being_written_are_kept_as_well() {
        open = door.shut();

        choose("Problem", Problem.UNREADABLE);
        TextArea note = _get(TextArea.class);
        enter(note, "The customer calls again on Monday");

        assertThat(_get(Select.class, spec -> spec.withLabel("Problem")).isInvalid())
                .isTrue();
        assertThat(note.isInvalid()).isTrue();

        comesBack();
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue();
            assertThat(contents(number).values().get(CaseField.PROBLEM)).isEqualTo(Problem.UNREADABLE);
            assertThat(contents(number).drafts()).containsEntry(CaseEditing.NOTE, "The customer calls again on Monday");
            assertThat(note.isInvalid()).isFalse();
        });
    }

    @Test
    void what_is_typed_last_is_what_is_saved() {
        open = door.shut();
        fill("Retailer", "Supermarket");
        fill("Retailer", "Kiosk");

        comesBack();
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue();
            assertThat(contents(number).values().get(CaseField.RETAILER)).isEqualTo("Kiosk");
        });
        assertThat(page()).doesNotContain("Supermarket");
    }

    @Test
    void a_note_that_could_not_be_added_stays_in_its_place() {
        open = door.shut();
        enter(_get(TextArea.class), "Called");

        assertThatThrownBy(() -> press("Add note")).matches(DatabaseAway::isBehind);

        assertThat(_get(TextArea.class).getValue()).isEqualTo("Called");
        assertThat(contentsOnceBack().timeline()).noneMatch(line -> line.kind().equals("note"));
    }

    private CaseContents contentsOnceBack() {
        comesBack();
        return contents(number);
    }

    private void comesBack() {
        open.run();
        open = () -> {};
    }
}
