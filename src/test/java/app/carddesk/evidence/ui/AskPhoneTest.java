package app.carddesk.evidence.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.KaribuTest;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.evidence.link.UploadLink;
import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

@Tag("database")
class AskPhoneTest extends KaribuTest {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/u/([A-Z0-9]{3}-){4}[A-Z0-9]{3}");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Autowired
    private ProofBoards boards;

    @Autowired
    private UploadLinks links;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    private UUID owner;
    private int changes;

    @BeforeEach
    void openBoard() {
        signIn("agent");
        owner = owners.open();
        ProofBoard board = boards.create(() -> changes++);
        UI.getCurrent().add(board);
        board.show(owner, List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT), "", true);
    }

    @Test
    void a_link_is_shown_to_be_read_and_scanned() throws Exception {
        ask();
        make();

        String text = text(_get(PhoneDialog.class));
        Matcher address = ADDRESS.matcher(text);
        assertThat(address.find()).isTrue();
        assertThat(text).contains("Not opened yet", "Made by", "No mail server is set up here.");
        assertThat(scanned(_get(LinkCard.class))).isEqualTo(address.group());
        assertThat(_get(Button.class, spec -> spec.withText("Send by mail")).isEnabled())
                .isFalse();
        assertThat(links.open(owner)).map(UploadLink::language).hasValue(Language.EN);
    }

    @Test
    void the_usual_time_is_one_hour_and_others_can_be_chosen() {
        ask();
        @SuppressWarnings("unchecked")
        Select<Duration> openFor = _get(Select.class, spec -> spec.withLabel("Open for"));
        assertThat(openFor.getValue()).isEqualTo(Duration.ofHours(1));
        assertThat(openFor.getListDataView().getItems().map(openFor.getItemLabelGenerator()::apply))
                .containsExactly("15 minutes", "1 hour", "24 hours");
        openFor.setValue(Duration.ofMinutes(15));
        make();

        UploadLink link = links.open(owner).orElseThrow();
        assertThat(Duration.between(link.madeAt(), link.expiresAt())).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void closing_it_is_told_and_another_can_be_made() {
        ask();
        make();

        _click(_get(Button.class, spec -> spec.withText("Close the link")));

        assertThat(text(_get(PhoneDialog.class))).contains("The link is closed.");
        assertThat(links.open(owner)).isEmpty();
        make();
        assertThat(links.open(owner)).isPresent();
    }

    @Test
    void a_link_somebody_else_made_is_told_but_cannot_be_shown() {
        links.make(owner, Language.DA, Duration.ofHours(1));
        ask();

        assertThat(text(_get(PhoneDialog.class))).contains("A link is open that was made earlier", "Made by");
        _assertNone(LinkCard.class);
        _click(_get(Button.class, spec -> spec.withText("Make a new link")));
        assertThat(_get(LinkCard.class)).isNotNull();
    }

    @Test
    void the_dialog_still_knows_its_link_when_it_is_opened_again() {
        ask();
        make();
        String first = text(_get(LinkCard.class));
        _click(_get(Button.class, spec -> spec.withText("Done")));
        _assertNone(LinkCard.class);

        ask();

        assertThat(text(_get(LinkCard.class))).isEqualTo(first);
    }

    @Test
    void what_arrives_from_elsewhere_appears_and_disturbs_nothing_else() throws Exception {
        Button untouched = _get(place(ProofKind.BACK), Button.class, spec -> spec.withText("Cannot be had…"));

        elsewhere(() ->
                proofs.receive(owner, ProofKind.FRONT, "f.jpg", new ByteArrayInputStream(DrawnPictures.jpeg(60, 40))));

        assertThat(text(place(ProofKind.FRONT))).contains("To be looked at");
        assertThat(text(_get(Arrived.class))).isEqualTo("The front of the card has arrived.");
        assertThat(changes).isPositive();
        assertThat(untouched.isAttached()).isTrue();
    }

    private static ProofPlace place(ProofKind kind) {
        return com.github.mvysny.kaributesting.v10.LocatorJ._find(ProofPlace.class).stream()
                .filter(place -> place.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Does something in another window, and waits until this one has heard of it. */
    private void elsewhere(Runnable act) throws InterruptedException {
        SecurityContext person = SecurityContextHolder.getContext();
        Thread other = Thread.ofPlatform().start(() -> {
            SecurityContextHolder.setContext(person);
            act.run();
        });
        other.join();
        await().pollInSameThread().until(() -> {
            MockVaadin.runUIQueue();
            return changes > 0;
        });
    }

    private static void ask() {
        _click(_get(Button.class, spec -> spec.withText("Ask the customer’s phone…")));
    }

    private static void make() {
        _click(_get(Button.class, spec -> spec.withText("Make the link")));
    }

    /** What a reader makes of the code as it is drawn. */
    private static String scanned(Component card) throws Exception {
        String source = _get(card, Image.class).getSrc();
        String svg = new String(
                Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)), StandardCharsets.UTF_8);
        int modules = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        int scale = 4;
        int side = modules * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher dark = MODULE.matcher(svg);
        while (dark.find()) {
            int left = Integer.parseInt(dark.group(1)) * scale;
            int top = Integer.parseInt(dark.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + scale, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
