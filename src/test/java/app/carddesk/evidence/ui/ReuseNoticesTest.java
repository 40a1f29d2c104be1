package app.carddesk.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.access.People;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.shared.ProofKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
class ReuseNoticesTest extends KaribuTest {

    @Autowired
    private Proofs proofs;

    @Autowired
    private ReusedProofs reused;

    @Autowired
    private People people;

    @Autowired
    private TestProofOwners owners;

    private UUID one;
    private UUID other;
    private ReuseNotices notices;

    @BeforeEach
    void theSamePictureInTwoCases() {
        signIn("agent");
        one = owners.open();
        other = owners.open();
        byte[] picture = DrawnPictures.jpeg(130 + (int) (Math.abs(one.getLeastSignificantBits()) % 900), 97);
        give(one, picture);
        give(other, picture);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reused.of(other).stream()
                        .anyMatch(found ->
                                found.other() != null && found.other().owner().equals(owners.nameOf(one))));
        notices = new ReuseNotices(reused, people, name -> "cases/" + name, true);
        UI.getCurrent().add(notices);
    }

    @Test
    void a_notice_names_the_other_case_and_opens_both_pictures_side_by_side() {
        notices.show(other, true);
        assertThat(text(notices)).contains("The same picture is in " + owners.nameOf(one));
        _click(_find(Button.class, spec -> spec.withText("Compare side by side"))
                .getFirst());
        assertThat(_find(_get(ReuseComparison.class), Image.class)).hasSize(2);
    }

    @Test
    void the_third_notice_and_those_after_it_stand_folded_below_the_first_two() {
        byte[] picture = DrawnPictures.jpeg(130 + (int) (Math.abs(one.getLeastSignificantBits()) % 900), 97);
        give(owners.open(), picture);
        UUID last = owners.open();
        give(last, picture);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reused.of(last).size() == 3);

        notices.show(last, true);

        assertThat(notices.getContent().getChildren().filter(Div.class::isInstance))
                .hasSize(2);
        Details folded = _get(notices, Details.class);
        assertThat(folded.getSummaryText()).isEqualTo("and one more picture that was given before");
        assertThat(folded.isOpened()).isFalse();
    }

    @Test
    void a_case_that_must_not_be_seen_is_not_named() {
        owners.hide(one);
        notices.show(other, true);
        assertThat(text(notices)).contains("in another case").doesNotContain(owners.nameOf(one));
    }

    @Test
    void what_was_called_harmless_goes_quiet() {
        notices.show(other, true);
        int loud =
                _find(notices, Button.class, spec -> spec.withText("Harmless…")).size();
        _click(_find(notices, Button.class, spec -> spec.withText("Harmless…")).getFirst());
        _get(TextArea.class).setValue("Family receipt");
        _click(_get(Button.class, spec -> spec.withText("Mark as harmless")));
        assertThat(_find(notices, Button.class, spec -> spec.withText("Harmless…")))
                .hasSize(loud - 1);
        assertThat(text(_get(notices, Details.class))).contains("marked as harmless");
    }

    @Test
    void where_nothing_can_be_decided_nothing_is_offered() {
        notices.show(other, false);
        _assertNone(notices, Button.class, spec -> spec.withText("Harmless…"));
    }

    private void give(UUID owner, byte[] picture) {
        proofs.receive(owner, ProofKind.OTHER, "card.jpg", new ByteArrayInputStream(picture));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
