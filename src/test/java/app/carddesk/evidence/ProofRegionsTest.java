package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.Installation;
import app.carddesk.shared.ProofKind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Regions of kept pictures: marked, and covered for good. */
@CarddeskTest
@Tag("database")
class ProofRegionsTest {

    private static final PageArea AREA = new PageArea(1000, 2000, 3000, 1500);

    @Autowired
    private Proofs proofs;

    @Autowired
    private ProofFiles files;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Installation installation;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;
    private Proof proof;

    @BeforeEach
    void takeOneIn() {
        signIn.as("agent");
        owner = owners.open();
        proof = taken(1000, 700);
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_mark_is_kept_with_where_what_and_by_whom() {
        ProofMark first = marked(proofs.mark(proof.id(), 1, AREA, "  serial number "));
        signIn.as("supervisor");
        ProofMark second = marked(proofs.mark(proof.id(), 1, new PageArea(0, 0, 10_000, 10_000), ""));

        assertThat(proofs.marks(List.of(proof.id()))).containsExactly(first, second);
        assertThat(first.area()).isEqualTo(AREA);
        assertThat(first.note()).isEqualTo("serial number");
        assertThat(first.madeBy()).isNotEqualTo(second.madeBy()).isNotEqualTo("?");
        assertThat(second.note()).isNull();
        assertThat(story()).containsExactly("proof.added", "proof.marked, sealed note", "proof.marked");
        assertThat(audited()).containsExactly("proof.added", "proof.marked", "proof.marked");

        assertThat(proofs.unmark(first.id())).isEqualTo(new Marking.Done(first));
        assertThat(proofs.unmark(first.id())).isEqualTo(new Marking.Gone());
        assertThat(proofs.marks(List.of(proof.id()))).containsExactly(second);
        assertThat(story()).last().isEqualTo("proof.unmarked, sealed note");
    }

    @Test
    void a_mark_changes_nothing_of_what_was_decided() {
        Proof accepted = ((Decision.Done) proofs.accept(proof, false)).proof();
        proofs.mark(proof.id(), 1, AREA, "date");
        assertThat(proofs.of(owner)).containsExactly(accepted);
        assertThat(proofs.refuse(accepted, "after all")).isInstanceOf(Decision.Done.class);
    }

    @Test
    void marks_go_with_their_proof() {
        proofs.mark(proof.id(), 1, AREA, "date");
        assertThat(proofs.remove(proof)).isInstanceOf(Decision.Done.class);
        assertThat(proofs.marks(List.of(proof.id()))).isEmpty();
        assertThat(proofs.mark(proof.id(), 1, AREA, "")).isEqualTo(new Marking.Gone());
    }

    @Test
    void notes_are_short_and_never_hold_a_redemption_code() {
        assertThat(proofs.mark(proof.id(), 1, AREA, "X123 4567 89AB CDEF")).isEqualTo(new Marking.CodeInNote());
        assertThat(proofs.mark(proof.id(), 1, AREA, "x".repeat(Proofs.LONGEST_NOTE + 1)))
                .isEqualTo(new Marking.NoteTooLong(Proofs.LONGEST_NOTE));
        assertThat(proofs.mark(proof.id(), 2, AREA, "")).isEqualTo(new Marking.Gone());
        assertThat(proofs.mark(proof.id(), 0, AREA, "")).isEqualTo(new Marking.Gone());
        assertThat(proofs.marks(List.of(proof.id()))).isEmpty();
    }

    @Test
    void a_page_has_as_many_marks_as_point_at_something_even_if_more_come_at_once() throws Exception {
        List<Marking> all = atOnce(ProofMarks.MOST_OF_A_PAGE + 4, i -> proofs.mark(proof.id(), 1, AREA, "mark " + i));
        assertThat(all).filteredOn(Marking.Done.class::isInstance).hasSize(ProofMarks.MOST_OF_A_PAGE);
        assertThat(all).contains(new Marking.TooMany(ProofMarks.MOST_OF_A_PAGE));
    }

    @Test
    void the_database_itself_knows_what_a_mark_can_be() {
        UUID mark = marked(proofs.mark(proof.id(), 1, AREA, "")).id();
        for (String wrong : List.of("area_left = -1", "area_width = 0", "area_left = 9000", "page = 2")) {
            assertThatThrownBy(() -> jdbc.sql("update proof_mark set " + wrong + " where id = :id")
                            .param("id", mark)
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void a_covered_region_is_black_in_every_kept_copy_and_nothing_else_is_lost() {
        // Of a size of its own, so that no other case holds the same content.
        proof = taken(1002, 702);
        List<Path> before = kept();
        Proof covered = covered(proofs.cover(proof.id(), 1, AREA));

        BufferedImage full = picture(PictureSize.FULL);
        assertThat(full.getWidth()).isEqualTo(1002);
        assertBlack(full, AREA);
        assertThat(new Color(full.getRGB(50, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(full.getRGB(950, 50)).getGreen()).isGreaterThan(200);
        BufferedImage thumbnail = picture(PictureSize.THUMBNAIL);
        assertThat(thumbnail.getWidth()).isEqualTo(480);
        assertBlack(thumbnail, AREA);

        assertThat(covered.revision()).isEqualTo(1);
        assertThat(covered.state()).isEqualTo(Proof.State.NEW);
        assertThat(proofs.of(owner)).contains(covered);
        assertThat(before).hasSize(2).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(kept()).hasSize(2).allSatisfy(file -> assertThat(file).exists());
        assertThat(story()).last().isEqualTo("proof.covered");
        assertThat(audited()).last().isEqualTo("proof.covered");
    }

    @Test
    void the_bytes_of_the_case_are_counted_anew() {
        taken(640, 480);
        proofs.cover(proof.id(), 1, new PageArea(0, 0, 10_000, 10_000));
        assertThat(number("select bytes from proof_usage where owner = :owner"))
                .isEqualTo(number("""
                        select sum(o.bytes) from proof p join proof_page g on g.proof = p.id
                        join evidence_object o on o.address in (g.copy, g.thumbnail) where p.owner = :owner"""))
                .isEqualTo(number("select sum(bytes) from proof where owner = :owner"));
        proofs.of(owner).forEach(proofs::remove);
        assertThat(number("select bytes from proof_usage where owner = :owner")).isZero();
    }

    @Test
    void a_decision_stays_but_nobody_decides_on_what_they_have_not_seen() {
        Proof accepted = ((Decision.Done) proofs.accept(proof, true)).proof();
        Proof covered = covered(proofs.cover(proof.id(), 1, AREA));
        assertThat(covered.state()).isEqualTo(Proof.State.ACCEPTED);
        assertThat(covered.showsSerial()).isTrue();
        assertThat(proofs.refuse(accepted, "cut off")).isEqualTo(new Decision.Stale(covered));
        assertThat(proofs.refuse(covered, "the serial number is covered")).isInstanceOf(Decision.Done.class);
    }

    @Test
    void marks_stay_where_they_are() {
        ProofMark mark = marked(proofs.mark(proof.id(), 1, AREA, "date"));
        proofs.cover(proof.id(), 1, new PageArea(0, 0, 500, 500));
        assertThat(proofs.marks(List.of(proof.id()))).containsExactly(mark);
    }

    @Test
    void the_same_picture_in_another_case_is_left_as_it_is() {
        owner = owners.open();
        Proof there = taken(1000, 700);
        proofs.cover(proof.id(), 1, AREA);
        BufferedImage untouched = DrawnPictures.decoded(
                proofs.picture(there.id(), 1, PictureSize.FULL).orElseThrow());
        assertThat(new Color(untouched.getRGB(200, 200)).getRed()).isGreaterThan(200);
        assertBlack(picture(PictureSize.FULL), AREA);
    }

    @Test
    void what_was_given_is_kept_no_longer() {
        String original = jdbc.sql("select copy from proof_page where proof = :id")
                .param("id", taken(321, 123).id())
                .query(String.class)
                .single();
        jdbc.sql("update proof set original = :original where id = :id")
                .param("original", original)
                .param("id", proof.id())
                .update();
        proofs.cover(proof.id(), 1, AREA);
        assertThat(jdbc.sql("select count(*) from proof where id = :id and original is null")
                        .param("id", proof.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void two_who_cover_at_once_both_have_their_region_covered() throws Exception {
        List<PageArea> areas =
                List.of(AREA, new PageArea(6000, 1000, 2000, 2000), new PageArea(2000, 6000, 2000, 2000));
        List<Covering> all = atOnce(areas.size(), i -> proofs.cover(proof.id(), 1, areas.get(i)));
        assertThat(all).allMatch(Covering.Done.class::isInstance);
        assertThat(proofs.of(owner)).extracting(Proof::revision).containsExactly(3);
        for (PageArea area : areas) {
            assertBlack(picture(PictureSize.FULL), area);
            assertBlack(picture(PictureSize.THUMBNAIL), area);
        }
        assertThat(kept()).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void what_is_not_there_cannot_be_covered() {
        assertThat(proofs.cover(proof.id(), 2, AREA)).isEqualTo(new Covering.Gone());
        assertThat(proofs.cover(UUID.randomUUID(), 1, AREA)).isEqualTo(new Covering.Gone());
        Proof declared = ((Decision.Done) proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "thrown away")).proof();
        assertThat(proofs.cover(declared.id(), 1, AREA)).isEqualTo(new Covering.Gone());
        assertThat(proofs.mark(declared.id(), 1, AREA, "")).isEqualTo(new Marking.Gone());
    }

    @Test
    void a_closed_case_is_left_as_it_is_and_a_hidden_one_is_not_even_seen() {
        ProofMark mark = marked(proofs.mark(proof.id(), 1, AREA, "date"));
        owners.close(owner);
        assertThat(proofs.mark(proof.id(), 1, AREA, "")).isEqualTo(new Marking.Closed());
        assertThat(proofs.unmark(mark.id())).isEqualTo(new Marking.Closed());
        assertThat(proofs.cover(proof.id(), 1, AREA)).isEqualTo(new Covering.Closed());
        assertThat(proofs.marks(List.of(proof.id()))).containsExactly(mark);

        owners.hide(owner);
        assertThatThrownBy(() -> proofs.marks(List.of(proof.id()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> proofs.mark(proof.id(), 1, AREA, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> proofs.unmark(mark.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> proofs.cover(proof.id(), 1, AREA)).isInstanceOf(AccessDeniedException.class);
        assertThat(proofs.download(proof.id(), 1)).isEmpty();
    }

    private Proof taken(int width, int height) {
        byte[] content = DrawnPictures.encoded(DrawnPictures.softFields(width, height), "jpeg");
        return ((Intake.Taken) proofs.receive(owner, ProofKind.BACK, "b.jpg", new ByteArrayInputStream(content)))
                .proof();
    }

    private static ProofMark marked(Marking marking) {
        assertThat(marking).isInstanceOf(Marking.Done.class);
        return ((Marking.Done) marking).mark();
    }

    private static Proof covered(Covering covering) {
        assertThat(covering).isInstanceOf(Covering.Done.class);
        return ((Covering.Done) covering).proof();
    }

    private BufferedImage picture(PictureSize size) {
        return DrawnPictures.decoded(proofs.picture(proof.id(), 1, size).orElseThrow());
    }

    /** Black to the edge, but for the pixels next to it, which a JPEG blurs and a thumbnail shares. */
    private static void assertBlack(BufferedImage image, PageArea area) {
        int fromX = area.left() * image.getWidth() / PageArea.WHOLE + 2;
        int toX = (area.left() + area.width()) * image.getWidth() / PageArea.WHOLE - 2;
        int fromY = area.top() * image.getHeight() / PageArea.WHOLE + 2;
        int toY = (area.top() + area.height()) * image.getHeight() / PageArea.WHOLE - 2;
        int brightest = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                Color color = new Color(image.getRGB(x, y));
                brightest = Math.max(brightest, Math.max(color.getRed(), Math.max(color.getGreen(), color.getBlue())));
            }
        }
        assertThat(brightest).isLessThan(48);
    }

    private List<Path> kept() {
        ProofFiles.KeptPage page = files.page(proof.id(), 1).orElseThrow();
        return List.of(page.copy(), page.thumbnail()).stream()
                .map(address -> installation
                        .data()
                        .resolve("evidence")
                        .resolve(address.substring(0, 2))
                        .resolve(address.substring(2, 4))
                        .resolve(address))
                .toList();
    }

    private long number(String sql) {
        return jdbc.sql(sql).param("owner", owner).query(Long.class).single();
    }

    /** What the case tells of its proofs, oldest first. */
    private List<String> story() {
        return jdbc.sql(
                        "select kind, note from case_timeline where case_id = :owner and kind like 'proof.%' order by id")
                .param("owner", owner)
                .query((row, number) -> row.getString(1) + told(row.getString(2)))
                .list();
    }

    /** What somebody wrote stands in the story under the customer's key. */
    private static String told(@Nullable String note) {
        if (note == null) {
            return "";
        }
        return note.startsWith("sealed:") ? ", sealed note" : ", " + note;
    }

    private List<String> audited() {
        return jdbc.sql("select act from audit_event where subject_id = :owner and act like 'proof.%' order by id")
                .param("owner", owner)
                .query(String.class)
                .list();
    }

    private interface Act<T> {
        T of(int number);
    }

    private static <T> List<T> atOnce(int count, Act<T> act) throws Exception {
        SecurityContext person = SecurityContextHolder.getContext();
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            acts.add(() -> {
                SecurityContextHolder.setContext(person);
                try {
                    return act.of(number);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            });
        }
        try (ExecutorService people = Executors.newFixedThreadPool(Math.min(count, 8))) {
            return people.invokeAll(acts).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
