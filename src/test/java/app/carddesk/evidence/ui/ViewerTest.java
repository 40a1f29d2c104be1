package app.carddesk.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.ProofKind;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking at proofs closely: alone, side by side, page by page, and with regions marked and covered. */
@Tag("database")
class ViewerTest extends KaribuTest {

    private static final String SERIAL = "GCA08Z7154420913";

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;
    private int changes;

    @BeforeEach
    void takePicturesIn() {
        signIn("agent");
        owner = owners.open();
        for (ProofKind kind : List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.OTHER)) {
            take(kind);
        }
    }

    @Test
    void one_picture_is_large_and_the_others_are_next_and_previous() {
        FullView view = open(1, true);

        assertThat(labels(view)).containsExactly("Back, 2 of 4");
        assertThat(shown(view).getFirst().src()).isEqualTo("evidence/" + proof(1).id() + "/1/full");
        _click(labelled(view, "Next picture"));
        assertThat(labels(view)).containsExactly("Receipt, 3 of 4");
        ComponentUtil.fireEvent(viewer(view), new PictureViewer.Step(viewer(view), true, 1));
        assertThat(labels(view)).containsExactly("Other, 4 of 4");
        assertThat(labelled(view, "Next picture").isEnabled()).isFalse();
        ComponentUtil.fireEvent(viewer(view), new PictureViewer.Step(viewer(view), true, 1));
        assertThat(labels(view)).containsExactly("Other, 4 of 4");
        assertThat(labelled(view, "Previous picture").isEnabled()).isTrue();
    }

    @Test
    void up_to_three_stand_side_by_side_each_with_its_kind_and_state() {
        proofs.accept(proof(0).id(), false);
        FullView view = open(0, true);
        _click(_get(view, Button.class, spec -> spec.withText("Side by side")));

        assertThat(labels(view)).containsExactly("Front, 1 of 4", "Back, 2 of 4", "Receipt, 3 of 4");
        assertThat(_find(view, ProofPane.class))
                .extracting(ViewerTest::text)
                .satisfiesExactly(
                        front -> assertThat(front).contains("Front", "✓ Accepted"),
                        back -> assertThat(back).contains("Back", "To be looked at"),
                        receipt -> assertThat(receipt).contains("Receipt", "To be looked at"));
        _click(labelled(view, "Next picture"));
        assertThat(labels(view)).containsExactly("Back, 2 of 4", "Receipt, 3 of 4", "Other, 4 of 4");
        _click(_get(view, Button.class, spec -> spec.withText("One large")));
        assertThat(labels(view)).containsExactly("Back, 2 of 4");
    }

    @Test
    void what_is_beside_each_other_is_decided_one_by_one() {
        FullView view = open(0, true);
        _click(_get(view, Button.class, spec -> spec.withText("Side by side")));
        _click(_get(
                _find(view, ProofPane.class).get(1),
                Button.class,
                spec -> spec.withText("Accept, " + SERIAL + " can be read")));

        assertThat(proof(1).showsSerial()).isTrue();
        assertThat(proof(0).state()).isEqualTo(Proof.State.NEW);
        assertThat(view.isOpened()).isFalse();
        assertThat(changes).isPositive();
    }

    @Test
    void a_document_goes_page_by_page() {
        jdbc.sql("update proof set pages = 3 where id = :id")
                .param("id", proof(2).id())
                .update();
        FullView view = open(2, true);

        assertThat(labels(view)).containsExactly("Receipt, 3 of 4, page 1 of 3");
        assertThat(labelled(view, "Previous page").isEnabled()).isFalse();
        ComponentUtil.fireEvent(viewer(view), new PictureViewer.Page(viewer(view), true, 1));
        assertThat(shown(view).getFirst().src()).isEqualTo("evidence/" + proof(2).id() + "/2/full");
        _click(_get(view, NativeButton.class, spec -> spec.withAttribute("aria-label", "Page 3")));
        assertThat(labels(view)).containsExactly("Receipt, 3 of 4, page 3 of 3");
        assertThat(labelled(view, "Next page").isEnabled()).isFalse();
        ComponentUtil.fireEvent(viewer(view), new PictureViewer.Page(viewer(view), true, 1));
        assertThat(labels(view)).containsExactly("Receipt, 3 of 4, page 3 of 3");
        assertThat(_get(view, Anchor.class).getHref()).isEqualTo("evidence/" + proof(2).id() + "/3/download");

        _click(labelled(view, "Next picture"));
        _click(labelled(view, "Previous picture"));
        assertThat(labels(view)).containsExactly("Receipt, 3 of 4, page 1 of 3");
    }

    @Test
    void a_region_is_marked_told_in_words_and_taken_back() {
        FullView view = open(1, true);
        choose(view, "mark", 1000, 2000, 3000, 400);
        note().setValue("serial number");
        _click(_get(Button.class, spec -> spec.withText("Keep the mark")));

        assertThat(shown(view).getFirst().marks()).singleElement().satisfies(mark -> {
            assertThat(List.of(mark.number(), mark.left(), mark.top(), mark.width(), mark.height()))
                    .containsExactly(1, 1000, 2000, 3000, 400);
        });
        assertThat(text(_get(view, MarkList.class))).matches("Mark 1 on page 1: serial number, by .+, .*20\\d\\d.*");
        assertThat(changes).isPositive();

        _click(labelled(view, "Remove mark 1"));
        assertThat(shown(view).getFirst().marks()).isEmpty();
        assertThat(_find(view, MarkList.class)).isEmpty();
        assertThat(proofs.marks(List.of(proof(1).id()))).isEmpty();
    }

    @Test
    void a_note_with_a_redemption_code_is_not_even_kept_on_the_screen() {
        FullView view = open(1, true);
        choose(view, "mark", 0, 0, 100, 100);
        note().setValue("X123456789ABCDEF");
        _click(_get(Button.class, spec -> spec.withText("Keep the mark")));

        assertThat(note().getErrorMessage()).startsWith("A redemption code stood in the text.");
        assertThat(note().getValue()).isEmpty();
        assertThat(proofs.marks(List.of(proof(1).id()))).isEmpty();
    }

    @Test
    void a_region_is_covered_only_after_asking_and_the_picture_has_another_address_then() {
        FullView view = open(1, true);
        choose(view, "cover", 1000, 2000, 3000, 400);
        assertThat(proof(1).revision()).isZero();

        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        NotificationsKt.expectNotifications("The region is covered.");
        assertThat(shown(view).getFirst().src()).isEqualTo("evidence/" + proof(1).id() + "/1/full?v=1");
        assertThat(changes).isPositive();
        _click(_get(view, Button.class, spec -> spec.withText("Accept")));
        assertThat(proof(1).state()).isEqualTo(Proof.State.ACCEPTED);
    }

    @Test
    void putting_the_question_aside_covers_nothing() {
        FullView view = open(1, true);
        choose(view, "cover", 1000, 2000, 3000, 400);
        ConfirmDialogKt._fireCancel(_get(ConfirmDialog.class));
        assertThat(proof(1).revision()).isZero();
        assertThat(changes).isZero();
    }

    @Test
    void a_region_from_a_browser_that_lies_ends_at_the_edge_of_the_page() {
        FullView view = open(1, true);
        choose(view, "mark", -5, 9_990, 1_000_000, Integer.MAX_VALUE);
        _click(_get(Button.class, spec -> spec.withText("Keep the mark")));
        assertThat(proofs.marks(List.of(proof(1).id())))
                .singleElement()
                .satisfies(mark -> assertThat(mark.area()).isEqualTo(new PageArea(0, 9_990, 10_000, 10)));
    }

    @Test
    void who_may_only_look_can_choose_no_region_whatever_the_browser_says() {
        proofs.mark(proof(1).id(), 1, new PageArea(1, 1, 10, 10), "date");
        FullView view = open(1, false);
        choose(view, "mark", 0, 0, 100, 100);
        choose(view, "cover", 0, 0, 100, 100);

        _assertNone(MarkDialog.class);
        _assertNone(ConfirmDialog.class);
        assertThat(shown(view).getFirst().marks()).hasSize(1);
        assertThat(text(_get(view, MarkList.class))).contains("date");
        assertThat(_find(view, Button.class))
                .noneMatch(button -> button.getAriaLabel().orElse("").startsWith("Remove mark"));
    }

    @Test
    void a_case_that_was_closed_meanwhile_says_so() {
        FullView view = open(1, true);
        owners.close(owner);
        choose(view, "cover", 0, 0, 100, 100);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        NotificationsKt.expectNotifications("Proofs cannot be changed in this case now.");
        assertThat(proof(1).revision()).isZero();
    }

    @Test
    void a_file_without_a_picture_says_so_and_is_handed_out_only_as_it_was_given() {
        Proof file = proof(3);
        jdbc.sql("""
                update proof set pages = 0, width = 0, height = 0, original =
                    (select copy from proof_page where proof = :id) where id = :id""").param("id", file.id()).update();
        FullView view = open(3, true);
        assertThat(shown(view).getFirst().src()).isNull();
        assertThat(shown(view).getFirst().placeholder()).contains("No picture of this file can be drawn here");
        assertThat(_get(view, Anchor.class).getHref()).endsWith("/original");
    }

    @Test
    void pictures_of_two_cases_stand_side_by_side_with_their_marks() {
        Proof here = proof(2);
        owner = owners.open();
        Proof there = take(ProofKind.RECEIPT);
        proofs.mark(there.id(), 1, new PageArea(1, 1, 10, 10), "date");
        ProofGallery gallery = new ProofGallery(proofs, List.of(here, there), false);
        UI.getCurrent().add(gallery);

        assertThat(shown(gallery))
                .extracting(PictureViewer.Picture::src)
                .containsExactly("evidence/" + here.id() + "/1/full", "evidence/" + there.id() + "/1/full");
        assertThat(shown(gallery)).extracting(picture -> picture.marks().size()).containsExactly(0, 1);
        _click(_find(gallery, Button.class).getLast());
        assertThat(labels(_get(FullView.class))).containsExactly("Receipt, 2 of 2");
    }

    @Test
    void what_is_covered_large_is_covered_in_the_row_too() {
        ProofGallery gallery = new ProofGallery(proofs, proofs.of(owner), true);
        UI.getCurrent().add(gallery);
        _click(_find(gallery, Button.class).getFirst());
        choose(_get(FullView.class), "cover", 0, 0, 100, 100);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(shown(gallery).getFirst().src()).endsWith("/1/full?v=1");
        assertThat(shown(gallery).get(1).src()).endsWith("/1/full");
    }

    /** As the board opens it. */
    private FullView open(int picture, boolean editable) {
        Runnable changed = () -> changes++;
        FullView view = new FullView(
                proofs.of(owner),
                proof(picture).id(),
                SERIAL,
                new RegionActs(proofs, editable, changed),
                editable ? new ProofActs(proofs, owner, changed) : null);
        view.open();
        return view;
    }

    private Proof take(ProofKind kind) {
        byte[] content = DrawnPictures.encoded(DrawnPictures.softFields(400 + kind.ordinal(), 300), "jpeg");
        return ((Intake.Taken) proofs.receive(owner, kind, "picture.jpg", new ByteArrayInputStream(content))).proof();
    }

    private Proof proof(int number) {
        return proofs.of(owner).get(number);
    }

    private static void choose(Component in, String purpose, int left, int top, int width, int height) {
        PictureViewer viewer = viewer(in);
        ComponentUtil.fireEvent(viewer, new PictureViewer.Chosen(viewer, true, purpose, left, top, width, height));
    }

    private static TextField note() {
        return _get(_get(MarkDialog.class), TextField.class);
    }

    private static PictureViewer viewer(Component in) {
        return _find(in, PictureViewer.class).getFirst();
    }

    private static List<PictureViewer.Picture> shown(Component in) {
        return _find(in, PictureViewer.class).stream().map(PictureViewer::shown).toList();
    }

    private static List<String> labels(Component in) {
        return shown(in).stream().map(PictureViewer.Picture::label).toList();
    }

    private static Button labelled(Component in, String label) {
        return _find(in, Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
