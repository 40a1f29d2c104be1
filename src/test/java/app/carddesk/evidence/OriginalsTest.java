package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.SignIn;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseStateChanged;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.PageReading;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.evidence.store.UnreadableContentException;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Files that are kept as they were given: by policy, or because nothing here can draw them. */
@CarddeskTest
@Tag("database")
@LogsErrors(value = "is missing from the evidence store", always = false)
class OriginalsTest {

    private static final byte[] PICTURE = DrawnPictures.heldAs(6, 160, 120);

    @Autowired
    private TestIntakes intakes;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Redrawing redrawing;

    @Autowired
    private EvidenceLimits limits;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void nothing_is_kept_as_it_was_given_unless_the_installation_says_so() {
        Proof proof = taken(proofs.receive(owner, ProofKind.BACK, "b.jpg", new ByteArrayInputStream(PICTURE)));

        assertThat(proof.originalKept()).isFalse();
        assertThat(proofs.original(proof.id())).isEmpty();
        assertThat(audited(owner)).doesNotContain("proof.original.downloaded");
    }

    @Test
    void an_original_is_the_very_file_counts_for_its_case_and_is_handed_out_on_record() {
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, PICTURE));

        assertThat(proofs.of(owner)).containsExactly(proof);
        assertThat(proof.originalKept()).isTrue();
        long pages = jdbc.sql("""
                select sum(o.bytes) from proof_page p join evidence_object o on o.address in (p.copy, p.thumbnail)
                where p.proof = :proof
                """).param("proof", proof.id()).query(Long.class).single();
        assertThat(usage()).isEqualTo(pages + PICTURE.length);

        signIn.as("supervisor");
        Original original = proofs.original(proof.id()).orElseThrow();
        assertThat(original.content()).isEqualTo(PICTURE);
        assertThat(original.fileName()).isEqualTo("b.jpg");
        assertThat(audited(owner)).containsOnlyOnce("proof.original.downloaded");
    }

    @Test
    void whoever_may_not_see_the_case_gets_no_original_and_leaves_no_record() {
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, PICTURE));
        owners.hide(owner);

        assertThat(proofs.original(proof.id())).isEmpty();
        assertThat(audited(owner)).doesNotContain("proof.original.downloaded");
    }

    @Test
    void a_download_that_fails_is_not_recorded_as_one() throws Exception {
        Proof proof = intakes.takeWithoutConverter(owner, ProofKind.BACK, "lost.heic", DrawnPictures.png(161, 121));
        store.remove(EvidenceStore.addressOf(DrawnPictures.png(161, 121)));

        assertThatThrownBy(() -> proofs.original(proof.id())).isInstanceOf(UnreadableContentException.class);
        assertThat(audited(owner)).doesNotContain("proof.original.downloaded");
    }

    @Test
    void a_file_with_a_recognised_code_or_unread_print_is_never_kept_as_it_was_given() {
        OriginalSettings keeping = new OriginalSettings(true);
        PageArea somewhere = new PageArea(0, 0, 10, 10);
        CleanPage innocent = new CleanPage(1, 1, 1, new byte[1], new byte[1], PageReading.NOTHING);
        CleanPage withCode = new CleanPage(2, 1, 1, new byte[1], new byte[1], reading(true, somewhere));
        CleanPage unread = new CleanPage(2, 1, 1, new byte[1], new byte[1], reading(false));

        assertThat(keeping.keeps(List.of(innocent))).isTrue();
        assertThat(keeping.keeps(List.of(innocent, withCode))).isFalse();
        assertThat(keeping.keeps(List.of(innocent, unread))).isFalse();
        assertThat(new OriginalSettings(false).keeps(List.of(innocent))).isFalse();
    }

    private static PageReading reading(boolean whole, PageArea... covered) {
        return new PageReading(whole, List.of(covered), List.of(), List.of(), List.of(), List.of(), false, false);
    }

    @Test
    void originals_go_when_their_case_is_closed_but_not_the_only_thing_there_is_of_a_proof() {
        byte[] content = DrawnPictures.heldAs(3, 165, 125);
        Proof drawn = taken(intakes.receiveKeepingOriginals(limits, owner, content));
        Proof undrawn = intakes.takeWithoutConverter(owner, ProofKind.FRONT, "f.heic", DrawnPictures.png(90, 61));
        long before = usage();

        transaction.executeWithoutResult(status ->
                events.publishEvent(new CaseStateChanged(owner, CaseState.OPEN, CaseState.CLOSED_WITHOUT_SOLUTION)));

        assertThat(proofs.original(drawn.id())).isEmpty();
        assertThat(proofs.picture(drawn.id(), 1, PictureSize.FULL)).isPresent();
        assertThat(proofs.original(undrawn.id())).isPresent();
        assertThat(usage()).isEqualTo(before - content.length);
        await().until(() -> store.get(EvidenceStore.addressOf(content)).isEmpty());
    }

    @Test
    void a_state_that_is_not_closed_leaves_originals_where_they_are() {
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, PICTURE));

        transaction.executeWithoutResult(status ->
                events.publishEvent(new CaseStateChanged(owner, CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER)));

        assertThat(proofs.original(proof.id())).isPresent();
    }

    @Test
    void a_removed_proof_takes_its_original_with_it() {
        byte[] content = DrawnPictures.heldAs(1, 162, 122);
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, content));

        proofs.remove(proof);
        assertThat(usage()).isZero();
        proofs.destroyRemoved(owner);

        await().until(() -> store.get(EvidenceStore.addressOf(content)).isEmpty());
    }

    @Test
    void originals_of_a_case_stay_within_its_limit_even_if_more_arrive_at_once() throws Exception {
        long one = bytesOf(taken(intakes.receiveKeepingOriginals(limits, owner, PICTURE)));
        owner = owners.open();
        EvidenceLimits narrow = new EvidenceLimits(
                limits.maxFile(),
                limits.maxFiles(),
                DataSize.ofBytes(3 * one + one / 2),
                limits.maxPixels(),
                limits.decodeTime(),
                limits.parallel(),
                limits.maxPages());
        SecurityContext agent = SecurityContextHolder.getContext();
        Callable<Intake> giving = () -> {
            SecurityContextHolder.setContext(agent);
            try {
                return intakes.receiveKeepingOriginals(narrow, owner, PICTURE);
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            List<Intake> all = people
                    .invokeAll(IntStream.range(0, 12).mapToObj(each -> giving).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(all).filteredOn(Intake.Taken.class::isInstance).hasSize(3);
            assertThat(all)
                    .filteredOn(intake -> !(intake instanceof Intake.Taken))
                    .hasOnlyElementsOfType(Intake.CaseFull.class);
        }
        assertThat(usage()).isEqualTo(3 * one);
    }

    @Test
    void a_file_that_nothing_here_can_draw_is_kept_and_drawn_when_something_can() {
        byte[] given = DrawnPictures.png(163, 123);
        Proof waiting = intakes.takeWithoutConverter(owner, ProofKind.BACK, "IMG_1.HEIC", given);

        assertThat(waiting.isWithoutPreview()).isTrue();
        assertThat(waiting.pages()).isZero();
        assertThat(proofs.picture(waiting.id(), 1, PictureSize.FULL)).isEmpty();
        assertThat(proofs.original(waiting.id()).orElseThrow().content()).isEqualTo(given);

        assertThat(proofs.drawAgain(waiting.id())).isEqualTo(new Redraw.Drawn());

        Proof drawn = proofs.of(owner).getFirst();
        assertThat(drawn.state()).isEqualTo(Proof.State.NEW);
        assertThat(drawn.width()).isEqualTo(163);
        assertThat(drawn.isWithoutPreview()).isFalse();
        assertThat(drawn.originalKept()).isFalse();
        assertThat(DrawnPictures.decoded(proofs.picture(waiting.id(), 1, PictureSize.FULL)
                                .orElseThrow())
                        .getHeight())
                .isEqualTo(123);
        assertThat(usage()).isEqualTo(bytesOf(drawn));
        assertThat(proofs.drawAgain(waiting.id())).isEqualTo(new Redraw.Drawn());
        assertThat(proofs.drawAgain(UUID.randomUUID())).isEqualTo(new Redraw.Gone());
    }

    @Test
    void what_nobody_can_see_is_not_accepted_before_it_is_drawn() {
        Proof unseen = intakes.takeWithoutConverter(owner, ProofKind.BACK, "c.heic", DrawnPictures.png(166, 126));

        assertThat(proofs.accept(unseen, false)).isEqualTo(new Decision.NothingToSee());
        assertThat(proofs.accept(unseen.id(), true)).isEqualTo(new Decision.NothingToSee());
        assertThat(proofs.of(owner)).containsExactly(unseen);

        assertThat(proofs.drawAgain(unseen.id())).isEqualTo(new Redraw.Drawn());
        assertThat(proofs.accept(unseen.id(), true)).isInstanceOf(Decision.Done.class);
    }

    @Test
    void what_nobody_can_see_can_be_refused() {
        Proof unseen = intakes.takeWithoutConverter(owner, ProofKind.BACK, "d.heic", DrawnPictures.png(167, 127));

        assertThat(proofs.refuse(unseen, "Please send a JPEG.")).isInstanceOf(Decision.Done.class);
    }

    @Test
    // Others leave files that nothing can draw.
    @LogsErrors(value = "proofs could not be drawn once more", always = false)
    void soon_after_a_start_all_are_drawn_that_can_be_even_in_closed_cases() {
        Proof waiting = intakes.takeWithoutConverter(owner, ProofKind.BACK, "a.heic", DrawnPictures.png(164, 124));
        Proof broken = intakes.takeWithoutConverter(owner, ProofKind.BACK, "b.heic", DrawnPictures.pngClaiming(9, 9));
        owners.close(owner);
        assertThat(proofs.drawAgain(waiting.id())).isEqualTo(new Redraw.NotDrawn(new Intake.Closed()));

        redrawing.drawAll();

        assertThat(proofs.picture(waiting.id(), 1, PictureSize.THUMBNAIL)).isPresent();
        assertThat(proofs.of(owner))
                .filteredOn(Proof::isWithoutPreview)
                .extracting(Proof::id)
                .containsExactly(broken.id());
    }

    private long usage() {
        return jdbc.sql("select bytes from proof_usage where owner = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    private long bytesOf(Proof proof) {
        return jdbc.sql("select bytes from proof where id = :id")
                .param("id", proof.id())
                .query(Long.class)
                .single();
    }

    private List<String> audited(UUID subject) {
        return jdbc.sql("select act from audit_event where subject_id = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static Proof taken(Intake intake) {
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return ((Intake.Taken) intake).proof();
    }
}
