package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.TestClock;
import app.carddesk.access.DemoPeople;
import app.carddesk.access.People;
import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.StepOutcome;
import app.carddesk.letters.LetterKind;
import app.carddesk.shared.Language;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of a case reads as what people did, one after the other. */
class ReadStoryTest extends CaseScreen {

    @Autowired
    private TestClock clock;

    @Autowired
    private People people;

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void what_somebody_does_in_one_go_stands_together_under_their_name() {
        CaseNumber number = open(null);
        editing.change(id(number), CaseField.PROBLEM, null, Problem.UNREADABLE);
        editing.change(id(number), CaseField.RETAILER, null, "Kiosk Nord");
        work.note(id(number), "Worn off");
        clock.forward(Duration.ofHours(1));
        work.note(id(number), "Called again");
        signIn("agent2");
        work.note(id(number), "My turn");
        UI.getCurrent().navigate("cases/" + number);

        List<Component> chapters = story().getChildren().toList();

        assertThat(chapters).hasSize(3);
        assertThat(text(chapters.get(0))).startsWith("Bjarne Holm").contains("Note: My turn");
        assertThat(text(chapters.get(1))).startsWith("Alva Lind").contains("Note: Called again");
        assertThat(text(chapters.get(2)))
                .startsWith("Alva Lind")
                .containsSubsequence(
                        "Note: Worn off",
                        "Retailer: Kiosk Nord",
                        "Problem: The code cannot be read",
                        "Case opened without a card")
                .containsOnlyOnce("Alva Lind");
    }

    @Test
    void fields_share_a_line_and_whatever_can_be_taken_back_has_its_own() {
        CaseNumber number = open(null);
        editing.change(id(number), CaseField.PROBLEM, null, Problem.UNREADABLE);
        editing.change(id(number), CaseField.RETAILER, null, "Kiosk Nord");
        editing.change(id(number), CaseField.ASSIGNEE, DemoPeople.AGENT, DemoPeople.AGENT_2);
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("cases/" + number);

        assertThat(_find(ListItem.class, spec -> spec.withClasses("cd-story-fields")))
                .singleElement()
                .satisfies(line -> assertThat(line.getChildren().map(ReadStoryTest::text))
                        .containsExactly("Retailer: Kiosk Nord", "Problem: The code cannot be read"));
        assertThat(text(story())).contains("Handled by: Alva Lind → Bjarne HolmUndo");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_value_a_story_can_hold_has_words(Language language) {
        UI.getCurrent().setLocale(language.locale());

        Stream.<Enum<?>[]>of(
                        CaseState.values(),
                        Language.values(),
                        LetterKind.values(),
                        Facts.LinkedAccount.values(),
                        Place.values(),
                        Problem.values(),
                        ProofKind.values(),
                        Step.values(),
                        StepOutcome.values())
                .flatMap(Stream::of)
                .forEach(value -> assertThat(CanonicalWords.of(Canonical.enumeration(value), people))
                        .isNotBlank()
                        .doesNotContain("!" + language.locale() + ":", "." + value.name()));
    }

    private static OrderedList story() {
        return _get(OrderedList.class, spec -> spec.withClasses("cd-story"));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
