package app.carddesk.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.EvidenceNews;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.IntakeWatcher;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestIntakes;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.ProofKind;
import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
class ProofsTest extends KaribuTest {

    private static final String SERIAL = "GCA08Z7154420913";
    private static final List<ProofKind> NEEDED =
            List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.SERIAL);
    private static final byte[] PICTURE = DrawnPictures.jpeg(120, 80);

    @Autowired
    private Proofs proofs;

    @Autowired
    private ProofBoards boards;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private TestIntakes intakes;

    private UUID owner;
    private ProofBoard board;
    private int changes;

    @BeforeEach
    void openBoard() {
        signIn("agent");
        owner = owners.open();
        board = boards.create(() -> changes++);
        UI.getCurrent().add(board);
        board.show(owner, NEEDED, SERIAL, true);
    }

    @Test
    void every_needed_picture_has_a_place_that_says_what_belongs_there() {
        assertThat(_find(ProofPlace.class)).hasSize(3);
        assertThat(text(place(ProofKind.FRONT))).contains("The whole front of the card", "Front", "Missing");
        assertThat(text(place(ProofKind.RECEIPT))).contains("Receipt, with the date", "Missing");
        assertThat(text(_get(SerialLine.class))).contains("Serial number seen on a picture", "Missing");
    }

    @Test
    void several_files_fill_the_empty_places_in_their_order() throws Exception {
        give("f.jpg", PICTURE);
        give("b.jpg", PICTURE);
        give("r.jpg", PICTURE);
        give("more.jpg", PICTURE);

        assertThat(proofs.of(owner))
                .extracting(Proof::kind)
                .containsExactly(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.OTHER);
        assertThat(text(place(ProofKind.FRONT))).contains("To be looked at").doesNotContain("Missing");
        assertThat(_get(place(ProofKind.BACK), Image.class).getSrc())
                .isEqualTo("evidence/" + proofs.of(owner).get(1).id() + "/1/thumb");
        assertThat(text(_get(OtherPictures.class))).contains("Other pictures", "more.jpg");
        assertThat(changes).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_file_that_fails_says_why_until_it_is_put_away_and_takes_no_other_down() throws Exception {
        give("kvittering.jpg", "<!doctype html><html><body></body></html>".getBytes(StandardCharsets.UTF_8));
        give("front.jpg", PICTURE);

        String failures = text(_get(ProofUploads.class));
        assertThat(failures).contains("kvittering.jpg", "This is an HTML page, not a picture");
        assertThat(proofs.of(owner)).extracting(Proof::kind).containsExactly(ProofKind.FRONT);

        _click(labelled(_get(ProofUploads.class), "Put this message away: kvittering.jpg"));
        assertThat(text(_get(ProofUploads.class))).doesNotContain("kvittering.jpg");
    }

    @Test
    void accepting_the_back_with_the_serial_number_fills_the_serial_line() {
        take(ProofKind.BACK);

        enter(_get(place(ProofKind.BACK), Checkbox.class, spec -> spec.withLabel(SERIAL + " can be read here")), true);
        _click(_get(place(ProofKind.BACK), Button.class, spec -> spec.withText("Accept")));

        assertThat(text(place(ProofKind.BACK))).contains("✓ Accepted, serial number seen");
        assertThat(text(_get(SerialLine.class))).contains("✓ Seen").doesNotContain("Missing");
        assertThat(changes).isPositive();
    }

    @Test
    void refusing_needs_a_reason_that_is_shown_and_holds_no_code() {
        take(ProofKind.FRONT);
        choose(ProofKind.FRONT, "Refuse…");

        _click(_get(Button.class, spec -> spec.withText("Refuse")));
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("Give a reason.");

        enter(_get(TextArea.class), "it shows X123456789ABCDEF");
        _click(_get(Button.class, spec -> spec.withText("Refuse")));
        assertThat(_get(TextArea.class).getErrorMessage()).startsWith("A redemption code stood in the text.");
        assertThat(_get(TextArea.class).getValue()).isEmpty();

        enter(_get(TextArea.class), "too blurred");
        _click(_get(Button.class, spec -> spec.withText("Refuse")));
        assertThat(text(place(ProofKind.FRONT))).contains("✗ Refused", "too blurred", "Choose file");
    }

    @Test
    void a_refused_picture_makes_room_for_a_better_one_and_is_still_there() throws Exception {
        take(ProofKind.FRONT);
        proofs.refuse(proofs.of(owner).getFirst().id(), "too blurred");
        board.show(owner, NEEDED, SERIAL, true);
        give("better.jpg", PICTURE);

        assertThat(text(place(ProofKind.FRONT))).contains("To be looked at");
        assertThat(text(_get(OtherPictures.class))).contains("✗ Refused", "too blurred");
    }

    @Test
    void removing_asks_first() {
        take(ProofKind.RECEIPT);
        choose(ProofKind.RECEIPT, "Remove…");
        assertThat(proofs.of(owner)).hasSize(1);

        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(proofs.of(owner)).isEmpty();
        assertThat(text(place(ProofKind.RECEIPT))).contains("Missing");
    }

    @Test
    void what_cannot_be_had_is_declared_with_a_reason_and_can_be_taken_back() {
        _click(_get(place(ProofKind.RECEIPT), Button.class, spec -> spec.withText("Cannot be had…")));
        enter(_get(TextArea.class), "a present from abroad");
        _click(_get(Button.class, spec -> spec.withText("Note it")));
        assertThat(text(place(ProofKind.RECEIPT))).contains("– Cannot be had", "a present from abroad");

        _click(_get(place(ProofKind.RECEIPT), Button.class, spec -> spec.withText("Take back")));
        assertThat(text(place(ProofKind.RECEIPT))).contains("Missing");
        assertThat(changes).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_decision_someone_else_took_meanwhile_is_told_and_shown() {
        // A window that has not heard of it yet.
        EvidenceNews silence = Mockito.mock(EvidenceNews.class);
        Mockito.when(silence.listen(Mockito.any(), Mockito.any())).thenReturn(() -> {});
        UI.getCurrent().removeAll();
        board = new ProofBoard(proofs, silence, Mockito.mock(PhoneDialogs.class), () -> changes++);
        UI.getCurrent().add(board);
        take(ProofKind.FRONT);
        proofs.refuse(proofs.of(owner).getFirst().id(), "cut off");

        _click(_get(place(ProofKind.FRONT), Button.class, spec -> spec.withText("Accept")));

        NotificationsKt.expectNotifications(
                "Someone was here before you. The picture now stands as: ✗ Refused. Look again before you decide.");
        assertThat(text(place(ProofKind.FRONT))).contains("✗ Refused", "cut off");
    }

    @Test
    void all_that_wait_are_accepted_at_once() throws Exception {
        give("f.jpg", PICTURE);
        _assertNone(Button.class, spec -> spec.withText("Accept all (1)"));
        give("b.jpg", PICTURE);

        _click(_get(Button.class, spec -> spec.withText("Accept all (2)")));
        AcceptAllDialog dialog = _get(AcceptAllDialog.class);
        enter(_get(dialog, Checkbox.class), true);
        _click(_get(dialog, Button.class, spec -> spec.withText("Accept")));

        assertThat(proofs.of(owner)).extracting(Proof::state).containsOnly(Proof.State.ACCEPTED);
        assertThat(proofs.of(owner)).extracting(Proof::showsSerial).containsExactly(false, true);
    }

    @Test
    void another_picture_can_be_told_what_it_shows() {
        take(ProofKind.OTHER);
        @SuppressWarnings("unchecked")
        Select<ProofKind> shows = _get(Select.class, spec -> spec.withLabel("Shows"));
        enter(shows, ProofKind.RECEIPT);
        assertThat(text(place(ProofKind.RECEIPT))).contains("To be looked at");
    }

    @Test
    void who_may_only_look_finds_nothing_to_press() {
        take(ProofKind.FRONT);
        board.show(owner, NEEDED, SERIAL, false);

        _assertNone(UploadButton.class);
        _assertNone(MenuBar.class);
        _assertNone(Button.class, spec -> spec.withText("Accept"));
        _click(_get(place(ProofKind.FRONT), NativeButton.class));
        assertThat(_get(_get(FullView.class), PictureViewer.class).shown().src())
                .endsWith("/full");
        _assertNone(Button.class, spec -> spec.withText("Accept"));
    }

    @Test
    void a_file_that_cannot_be_drawn_here_says_so_can_be_saved_and_drawn_later() {
        intakes.takeWithoutConverter(owner, ProofKind.BACK, "back.heic", DrawnPictures.png(121, 81));
        board.show(owner, NEEDED, SERIAL, true);

        assertThat(text(place(ProofKind.BACK))).contains("PNG, no preview here", "To be looked at");
        _assertNone(place(ProofKind.BACK), Image.class);
        _click(_get(place(ProofKind.BACK), NativeButton.class));
        FullView view = _get(FullView.class);
        assertThat(_get(view, Anchor.class).getHref())
                .isEqualTo("evidence/" + proofs.of(owner).getFirst().id() + "/original");

        _click(_get(view, Button.class, spec -> spec.withText("Draw it now")));
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue();
            assertThat(_find(place(ProofKind.BACK), Image.class)).hasSize(1);
        });
        NotificationsKt.expectNotifications("The file can be seen now.");
        _assertNone(Anchor.class);
    }

    @Test
    void what_nobody_can_see_is_not_offered_to_be_accepted() {
        intakes.takeWithoutConverter(owner, ProofKind.BACK, "back.heic", DrawnPictures.png(123, 81));
        intakes.takeWithoutConverter(owner, ProofKind.FRONT, "front.heic", DrawnPictures.png(124, 81));
        board.show(owner, NEEDED, SERIAL, true);

        assertThat(offered(ProofKind.BACK)).contains("Refuse…", "Draw it now").noneMatch(act -> act.contains("ccept"));
        assertNothingToAccept();
        _click(_get(place(ProofKind.BACK), NativeButton.class));
        assertNothingToAccept();
    }

    private void assertNothingToAccept() {
        assertThat(_find(Button.class))
                .noneMatch(button -> button.isVisible()
                        && button.getText().toLowerCase(Locale.ROOT).contains("accept"));
    }

    private List<String> offered(ProofKind kind) {
        return _get(place(kind), MenuBar.class).getItems().getFirst().getSubMenu().getItems().stream()
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void a_picture_that_cannot_be_read_says_so_in_its_place() {
        take(ProofKind.FRONT);
        Image picture = _get(place(ProofKind.FRONT), Image.class);

        BasicUtilsKt._fireDomEvent(picture, "error");

        assertThat(picture.getAlt().orElseThrow()).startsWith("Front: the picture picture.jpg cannot be shown.");
    }

    @Test
    void a_length_that_is_declared_falsely_changes_nothing() throws Exception {
        byte[] tooLong = new byte[(int) proofs.maxFileBytes() + 1];
        System.arraycopy(PICTURE, 0, tooLong, 0, PICTURE.length);

        give("long.jpg", tooLong, 10);
        give("short.jpg", PICTURE, Long.MAX_VALUE);
        give("unknown.jpg", PICTURE, -1);

        assertThat(text(_get(ProofUploads.class))).contains("long.jpg", "The file is larger than 15 MB");
        assertThat(proofs.of(owner)).extracting(Proof::fileName).containsExactly("short.jpg", "unknown.jpg");
    }

    @Test
    void a_file_is_seen_while_it_is_examined_and_can_be_sent_again_if_that_may_help() throws Exception {
        Proofs busy = Mockito.mock(Proofs.class);
        ProofUploads uploads = new ProofUploads(busy, () -> {});
        UI.getCurrent().add(uploads);
        uploads.target(owner, List.of(), true);
        Mockito.when(busy.receive(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any()))
                .thenAnswer(call -> {
                    call.<IntakeWatcher>getArgument(4).firstLook(PICTURE);
                    MockVaadin.runUIQueue();
                    assertThat(text(uploads)).contains("front.jpg: being examined…");
                    assertThat(_get(uploads, Image.class).getSrc()).startsWith("data:image/jpeg;base64,");
                    return new Intake.NotDrawn(new Undrawable.Busy());
                });

        give(uploads, "front.jpg", PICTURE);

        assertThat(text(uploads)).doesNotContain("being examined").contains("Many pictures are arriving just now");
        Button again = labelled(uploads, "Try again: front.jpg");
        assertThat(again.getElement().getAttribute("data-again")).isEqualTo("7");
        _click(again);
        assertThat(text(uploads)).doesNotContain("front.jpg");
    }

    @Test
    void what_broke_off_is_left_to_the_browser_to_tell() throws Exception {
        Proofs broken = Mockito.mock(Proofs.class);
        ProofUploads uploads = new ProofUploads(broken, () -> {});
        UI.getCurrent().add(uploads);
        uploads.target(owner, List.of(), true);
        Mockito.when(broken.receive(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any()))
                .thenReturn(new Intake.Interrupted());

        assertThat(give(uploads, "front.jpg", PICTURE).isRejected()).isTrue();

        assertThat(text(uploads)).doesNotContain("front.jpg");
    }

    private ProofPlace place(ProofKind kind) {
        return _find(ProofPlace.class).stream()
                .filter(place -> place.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Karibu's own way reaches for a method this version of Vaadin does not have; what it guards is guarded here. */
    private static <V, C extends Component & HasValue<?, V>> void enter(C field, V value) {
        BasicUtilsKt.checkEditableByUser(field);
        field.setValue(value);
    }

    private void choose(ProofKind kind, String caption) {
        MenuItem item = _get(place(kind), MenuBar.class).getItems().getFirst().getSubMenu().getItems().stream()
                .filter(each -> each.getText().equals(caption))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static Button labelled(Component in, String label) {
        return _find(in, Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Gives a file to the board as a whole, as a browser's request would. */
    private void give(String name, byte[] content) throws IOException {
        give(name, content, content.length);
    }

    private void give(String name, byte[] content, long declared) throws IOException {
        give(_get(ProofUploads.class), name, content, declared);
    }

    private static UploadEvent give(ProofUploads uploads, String name, byte[] content) throws IOException {
        return give(uploads, name, content, content.length);
    }

    private static UploadEvent give(ProofUploads uploads, String name, byte[] content, long declared)
            throws IOException {
        VaadinRequest request = Mockito.mock(VaadinRequest.class);
        Mockito.when(request.getInputStream()).thenReturn(new ByteArrayInputStream(content));
        Mockito.when(request.getHeader("X-Carddesk-File")).thenReturn("7");
        UploadEvent event = new UploadEvent(
                request,
                Mockito.mock(VaadinResponse.class),
                VaadinSession.getCurrent(),
                name,
                declared,
                "image/jpeg",
                uploads.getElement(),
                null);
        uploads.receiveForEmptyPlace(event);
        MockVaadin.runUIQueue();
        return event;
    }

    private void take(ProofKind kind) {
        proofs.receive(owner, kind, "picture.jpg", new ByteArrayInputStream(PICTURE));
        board.show(owner, NEEDED, SERIAL, true);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
