package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.reading.DrawnPapers;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Undo;
import com.google.zxing.BarcodeFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
import org.springframework.transaction.support.TransactionTemplate;

/** A proof that was removed is out of sight, can be put back for a while, and is destroyed after that. */
@CarddeskTest
@Tag("database")
class RemovedProofsTest {

    private static final PageArea AREA = new PageArea(1000, 2000, 3000, 1500);
    private static final AtomicInteger WIDTH = new AtomicInteger(300);

    @Autowired
    private Proofs proofs;

    @Autowired
    private Findings findings;

    @Autowired
    private RemovedProofSweep sweep;

    @Autowired
    private ProofRows rows;

    @Autowired
    private EvidenceLimits limits;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestIntakes intakes;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private CaseWork work;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void backToNow() {
        signIn.out();
        clock.reset();
    }

    @Test
    void nobody_sees_a_removed_picture_whatever_they_ask_for() {
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, read("GCA0REMOVED0001")));
        Proof undrawn = intakes.takeWithoutConverter(owner, ProofKind.FRONT, "f.heic", picture());
        Marking.Done mark = (Marking.Done) proofs.mark(proof.id(), 1, AREA, "serial");
        UUID finding = findings.of(owner).getFirst().id();

        done(proofs.remove(proof));
        done(proofs.remove(undrawn));

        for (String person : List.of("agent", "supervisor")) {
            signIn.as(person);
            assertThat(proofs.of(owner)).isEmpty();
            assertThat(proofs.picture(proof.id(), 1, PictureSize.FULL)).isEmpty();
            assertThat(proofs.picture(proof.id(), 1, PictureSize.THUMBNAIL)).isEmpty();
            assertThat(proofs.original(proof.id())).isEmpty();
            assertThat(proofs.download(proof.id(), 1)).isEmpty();
            assertThat(proofs.downloadable(proof.id(), 1)).isEmpty();
            assertThat(proofs.marks(List.of(proof.id()))).isEmpty();
            assertThat(findings.of(owner)).isEmpty();
            assertThat(findings.ofProof(proof.id())).isEmpty();
            assertThat(findings.dismiss(finding)).isFalse();
            assertThat(proofs.accept(proof, true)).isEqualTo(new Decision.Gone());
            assertThat(proofs.refuse(proof.id(), "blurred")).isEqualTo(new Decision.Gone());
            assertThat(proofs.move(proof, ProofKind.OTHER)).isEqualTo(new Decision.Gone());
            assertThat(proofs.remove(proof.id())).isEqualTo(new Decision.Gone());
            assertThat(proofs.mark(proof.id(), 1, AREA, "")).isEqualTo(new Marking.Gone());
            assertThat(proofs.unmark(mark.mark().id())).isEqualTo(new Marking.Gone());
            assertThat(proofs.cover(proof.id(), 1, AREA)).isEqualTo(new Covering.Gone());
            assertThat(proofs.drawAgain(undrawn.id())).isEqualTo(new Redraw.Gone());
        }
        assertThat(usage()).isEqualTo("0 pictures, 0 bytes");
        assertThat(audited()).doesNotContain("proof.downloaded", "proof.original.downloaded");
    }

    @Test
    void a_picture_that_is_put_back_is_exactly_as_it_was() {
        byte[] given = read("GCA0REMOVED0002");
        Proof taken = taken(intakes.receiveKeepingOriginals(limits, owner, given));
        proofs.mark(taken.id(), 1, AREA, "serial");
        Proof accepted = done(proofs.accept(taken, true));
        List<ProofMark> marks = proofs.marks(List.of(taken.id()));
        List<Finding> found = findings.of(owner);
        byte[] copy = proofs.picture(taken.id(), 1, PictureSize.FULL).orElseThrow();
        String usage = usage();
        done(proofs.remove(accepted));

        assertThat(proofs.putBack(taken.id())).isEqualTo(new PuttingBack.Done(accepted));

        assertThat(proofs.of(owner)).containsExactly(accepted);
        assertThat(proofs.marks(List.of(taken.id()))).isEqualTo(marks);
        assertThat(findings.of(owner)).isNotEmpty().isEqualTo(found);
        assertThat(proofs.picture(taken.id(), 1, PictureSize.FULL)).contains(copy);
        assertThat(proofs.original(taken.id()).orElseThrow().content()).isEqualTo(given);
        assertThat(usage()).isEqualTo(usage);
        assertThat(audited()).containsSubsequence("proof.removed", "proof.put_back");
        assertThat(story()).endsWith("proof.removed of " + taken.id(), "proof.put_back of " + taken.id());
        assertThat(done(proofs.refuse(accepted, "after all")).state()).isEqualTo(Proof.State.REFUSED);
    }

    @Test
    void a_refused_one_is_put_back_refused_and_one_without_a_preview_without() {
        Proof refused = done(proofs.refuse(taken(ProofKind.FRONT, picture()).id(), "cut off"));
        Proof undrawn = intakes.takeWithoutConverter(owner, ProofKind.BACK, "b.heic", picture());
        done(proofs.remove(refused));
        done(proofs.remove(undrawn));

        assertThat(proofs.putBack(undrawn.id())).isEqualTo(new PuttingBack.Done(undrawn));
        assertThat(proofs.putBack(refused.id())).isEqualTo(new PuttingBack.Done(refused));

        assertThat(proofs.of(owner)).containsExactly(refused, undrawn);
        assertThat(proofs.drawAgain(undrawn.id())).isEqualTo(new Redraw.Drawn());
    }

    @Test
    void what_the_customers_phone_sent_is_still_the_customers() {
        Intake intake = proofs.receiveByLink(owner, ProofKind.BACK, "b.jpg", new ByteArrayInputStream(picture()));
        Proof sent = taken(intake);
        done(proofs.remove(sent));

        assertThat(proofs.putBack(sent.id())).isEqualTo(new PuttingBack.Done(sent));

        assertThat(proofs.of(owner)).extracting(Proof::cameBy).containsExactly(Proof.CameBy.LINK);
    }

    @Test
    void what_was_covered_stays_covered() {
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, read("GCA0REMOVED0003")));
        byte[] before = proofs.picture(proof.id(), 1, PictureSize.FULL).orElseThrow();
        Proof covered = ((Covering.Done) proofs.cover(proof.id(), 1, AREA)).proof();
        byte[] after = proofs.picture(proof.id(), 1, PictureSize.FULL).orElseThrow();
        String usage = usage();
        done(proofs.remove(covered));

        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.Done(covered));

        assertThat(proofs.picture(proof.id(), 1, PictureSize.FULL)).contains(after);
        assertThat(after).isNotEqualTo(before);
        assertThat(proofs.original(proof.id())).isEmpty();
        assertThat(usage()).isEqualTo(usage);
    }

    @Test
    void only_who_removed_it_can_put_it_back_and_only_who_may_change_the_case() {
        Proof proof = taken(ProofKind.FRONT, picture());
        done(proofs.remove(proof));

        signIn.as("supervisor");
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.RemovedByAnother());
        signIn.as("agent");
        owners.close(owner);
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.Closed());
        owners.hide(owner);
        assertThatThrownBy(() -> proofs.putBack(proof.id())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void after_its_time_it_is_too_late_whether_it_is_destroyed_yet_or_not() {
        Proof proof = taken(ProofKind.FRONT, picture());
        done(proofs.remove(proof));

        clock.forward(Undo.SPAN.minusSeconds(30));
        sweep.sweep();
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.Done(proof));
        done(proofs.remove(proof));
        // As after a backup was restored that was made before the sweep had come by.
        clock.forward(Undo.SPAN.plusSeconds(1));
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.TooLate());
        sweep();
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.TooLate());
        assertThat(proofs.putBack(UUID.randomUUID())).isEqualTo(new PuttingBack.TooLate());
        assertThat(proofs.of(owner)).isEmpty();
    }

    @Test
    void what_is_destroyed_leaves_nothing_in_the_store_nor_in_any_table() {
        byte[] given = read("GCA0REMOVED0004");
        Proof proof = taken(intakes.receiveKeepingOriginals(limits, owner, given));
        proofs.mark(proof.id(), 1, AREA, "serial");
        List<String> contents = contents(proof.id());
        done(proofs.remove(proof));
        assertThat(contents).contains(EvidenceStore.addressOf(given)).allMatch(this::isStored);

        clock.forward(Undo.SPAN.plusSeconds(1));
        sweep();

        await().until(() -> contents.stream().noneMatch(this::isStored));
        for (String table : List.of("proof_page", "proof_mark", "proof_finding", "reuse_page")) {
            assertThat(count("select count(*) from " + table + " where proof = :id", proof.id()))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from proof where id = :id", proof.id()))
                .isZero();
        assertThat(audited()).contains("proof.removed");
    }

    @Test
    void a_content_that_another_case_has_stays_where_it_is() {
        byte[] picture = picture();
        Proof here = taken(ProofKind.FRONT, picture);
        UUID first = owner;
        owner = owners.open();
        Proof there = taken(ProofKind.FRONT, picture);
        owner = first;
        done(proofs.remove(here));
        clock.forward(Undo.SPAN.plusSeconds(1));
        sweep();

        assertThat(proofs.picture(there.id(), 1, PictureSize.FULL)).isPresent();
    }

    @Test
    void a_case_that_is_closed_destroys_what_was_removed_from_it_and_opened_again_it_stays_away() {
        Proof removed = taken(ProofKind.FRONT, picture());
        Proof kept = taken(ProofKind.BACK, picture());
        List<String> contents = contents(removed.id());
        done(proofs.remove(removed));

        work.move(owner, CaseState.OPEN, CaseState.CLOSED_WITHOUT_SOLUTION);
        await().until(() -> contents.stream().noneMatch(this::isStored));
        work.move(owner, CaseState.CLOSED_WITHOUT_SOLUTION, CaseState.OPEN);

        assertThat(proofs.putBack(removed.id())).isEqualTo(new PuttingBack.TooLate());
        assertThat(proofs.of(owner)).containsExactly(kept);
    }

    @Test
    void the_room_of_a_removed_picture_is_the_cases_again_and_is_asked_for_once_more() {
        Proof proof = taken(ProofKind.FRONT, picture());
        done(proofs.remove(proof));
        long all = limits.maxTotal().toBytes();
        assertThat(inTransaction(() -> rows.reserve(owner, all, limits))).isTrue();

        assertThat(proofs.putBack(proof.id()))
                .isEqualTo(new PuttingBack.NoRoom(new Intake.CaseFull(limits.maxFiles(), all)));
        assertThat(proofs.of(owner)).isEmpty();
        assertThat(usage()).isEqualTo("1 pictures, " + all + " bytes");

        transaction.executeWithoutResult(status -> rows.release(owner, all));
        assertThat(proofs.putBack(proof.id())).isEqualTo(new PuttingBack.Done(proof));
    }

    @Test
    void the_picture_that_was_added_again_meanwhile_stays_the_only_one() {
        byte[] picture = picture();
        Proof first = taken(ProofKind.FRONT, picture);
        done(proofs.remove(first));
        Proof second = taken(ProofKind.BACK, picture);
        String usage = usage();

        assertThat(proofs.putBack(first.id())).isEqualTo(new PuttingBack.SameAgain());
        assertThat(proofs.of(owner)).containsExactly(second);
        assertThat(usage()).isEqualTo(usage);

        done(proofs.remove(second));
        assertThat(proofs.putBack(first.id())).isEqualTo(new PuttingBack.Done(first));
        assertThat(proofs.putBack(second.id())).isEqualTo(new PuttingBack.SameAgain());
        assertThat(proofs.of(owner)).containsExactly(first);
    }

    @Test
    void the_wrong_one_of_two_alike_that_stood_side_by_side_can_be_put_back() {
        byte[] picture = picture();
        Proof first = taken(ProofKind.FRONT, picture);
        Proof second = taken(ProofKind.FRONT, picture);
        done(proofs.remove(first));

        assertThat(proofs.putBack(first.id())).isEqualTo(new PuttingBack.Done(first));

        assertThat(proofs.of(owner)).containsExactly(first, second);
    }

    @Test
    void what_was_said_of_its_kind_meanwhile_stays_said() {
        Proof waiting = taken(ProofKind.RECEIPT, picture());
        Proof accepted = done(proofs.accept(taken(ProofKind.FRONT, picture()).id(), false));
        done(proofs.remove(waiting));
        done(proofs.remove(accepted));
        done(proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "thrown away"));
        done(proofs.declareUnobtainable(owner, ProofKind.FRONT, "thrown away"));

        assertThat(proofs.putBack(waiting.id())).isEqualTo(new PuttingBack.Done(waiting));
        assertThat(proofs.putBack(accepted.id())).isEqualTo(new PuttingBack.Done(accepted));

        ProofSummary summary = ProofSummary.of(proofs.of(owner), List.of(ProofKind.FRONT, ProofKind.RECEIPT));
        assertThat(summary.of(ProofKind.RECEIPT)).isEqualTo(ProofSummary.Standing.UNOBTAINABLE);
        assertThat(summary.of(ProofKind.FRONT)).isEqualTo(ProofSummary.Standing.ACCEPTED);
        done(proofs.withdrawDeclaration(owner, ProofKind.RECEIPT));
        assertThat(proofs.of(owner)).contains(waiting);
    }

    @Test
    void a_declaration_that_is_removed_is_gone_at_once() {
        Proof declared = done(proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "thrown away"));
        done(proofs.remove(declared));

        assertThat(proofs.putBack(declared.id())).isEqualTo(new PuttingBack.TooLate());
        assertThat(count("select count(*) from proof where id = :id", declared.id()))
                .isZero();
    }

    @Test
    void put_back_by_many_at_once_it_is_put_back_once() throws Exception {
        Proof proof = taken(ProofKind.FRONT, picture());
        String usage = usage();
        done(proofs.remove(proof));
        SecurityContext agent = SecurityContextHolder.getContext();
        Callable<PuttingBack> one = () -> {
            SecurityContextHolder.setContext(agent);
            try {
                return proofs.putBack(proof.id());
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            assertThat(people.invokeAll(Collections.nCopies(12, one)))
                    .allSatisfy(future -> assertThat(future.resultNow()).isEqualTo(new PuttingBack.Done(proof)));
        }
        assertThat(audited()).containsOnlyOnce("proof.put_back");
        assertThat(usage()).isEqualTo(usage);
    }

    @Test
    void the_database_itself_knows_what_can_be_removed() {
        UUID picture = taken(ProofKind.FRONT, picture()).id();
        UUID declaration =
                done(proofs.declareUnobtainable(owner, ProofKind.BACK, "lost")).id();
        assertRefused(picture, "removed_at = added_at");
        assertRefused(picture, "removed_by = added_by");
        assertRefused(declaration, "removed_at = added_at, removed_by = added_by");
    }

    private void assertRefused(UUID id, String wrong) {
        assertThatThrownBy(() -> jdbc.sql("update proof set " + wrong + " where id = :id")
                        .param("id", id)
                        .update())
                .as(wrong)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Sweeps until nothing is left; other tests have removed something, too. */
    private void sweep() {
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> sweep.sweep() == 0);
    }

    private static byte[] picture() {
        return DrawnPictures.encoded(DrawnPictures.softFields(WIDTH.incrementAndGet(), 200), "jpeg");
    }

    private static byte[] read(String serial) {
        return DrawnPictures.encoded(DrawnPapers.barCode(BarcodeFormat.CODE_128, serial, 0), "png");
    }

    private Proof taken(ProofKind kind, byte[] content) {
        return taken(proofs.receive(owner, kind, "picture.jpg", new ByteArrayInputStream(content)));
    }

    private static Proof taken(Intake intake) {
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return ((Intake.Taken) intake).proof();
    }

    private static Proof done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decision).proof();
    }

    private boolean inTransaction(BooleanSupplier act) {
        return Boolean.TRUE.equals(transaction.execute(status -> act.getAsBoolean()));
    }

    private boolean isStored(String address) {
        try {
            return store.get(address).isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> contents(UUID proof) {
        return jdbc.sql("""
                select copy from proof_page where proof = :proof
                union select thumbnail from proof_page where proof = :proof
                union select original from proof where id = :proof and original is not null
                """).param("proof", proof).query(String.class).list();
    }

    private String usage() {
        return jdbc.sql("select pictures, bytes from proof_usage where owner = :owner")
                .param("owner", owner)
                .query((row, number) -> row.getInt("pictures") + " pictures, " + row.getLong("bytes") + " bytes")
                .single();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }

    private List<String> audited() {
        return jdbc.sql("select act from audit_event where subject_id = :subject order by id")
                .param("subject", owner)
                .query(String.class)
                .list();
    }

    private List<String> story() {
        return jdbc.sql("select kind, about from case_timeline where case_id = :case order by at_time, id")
                .param("case", owner)
                .query((row, number) -> row.getString("kind") + " of " + row.getString("about"))
                .list();
    }
}
