package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.Installation;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

@CarddeskTest
@Tag("database")
class ProofsDatabaseTest {

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private EvidenceLimits limits;

    @Autowired
    private Installation installation;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProofRows rows;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void nothingIsLeftOnTheWayIn() throws IOException {
        signIn.out();
        OnTheWayIn.assertNothingIsLeft(installation);
    }

    @Test
    void a_picture_is_kept_clean_and_in_two_sizes() {
        Proof proof = taken(ProofKind.BACK, "../bak\u202Eside.jpg", DrawnPictures.heldAs(6, 900, 600));

        assertThat(proofs.of(owner)).containsExactly(proof);
        assertThat(proof.fileName()).isEqualTo("bakside.jpg");
        assertThat(proof.width()).isEqualTo(900);
        assertThat(proof.addedBy()).isEqualTo(DemoPeople.AGENT);
        byte[] full = proofs.picture(proof.id(), 1, PictureSize.FULL).orElseThrow();
        assertThat(DrawnPictures.decoded(full).getHeight()).isEqualTo(600);
        assertThat(new String(full, StandardCharsets.ISO_8859_1)).doesNotContain(DrawnPictures.TRACE);
        assertThat(DrawnPictures.decoded(proofs.picture(proof.id(), 1, PictureSize.THUMBNAIL)
                                .orElseThrow())
                        .getWidth())
                .isEqualTo(480);
    }

    @Test
    void what_is_no_picture_is_refused_by_its_real_name() {
        assertThat(receive("<!DOCTYPE html><html><body>hi</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Intake.NotAPicture(FileType.HTML));
        assertThat(receive(new byte[0])).isEqualTo(new Intake.NotAPicture(FileType.EMPTY));
        assertThat(proofs.of(owner)).isEmpty();
    }

    @Test
    void a_document_is_kept_page_by_page_but_is_no_side_of_a_card() {
        byte[] document = DrawnDocuments.pages("Receipt of 2 May 2024", "Second page");
        Proof proof = taken(ProofKind.RECEIPT, "receipt.pdf", document);
        assertThat(proof.type()).isEqualTo(FileType.PDF);
        assertThat(proof.pages()).isEqualTo(2);
        assertThat(proofs.picture(proof.id(), 2, PictureSize.FULL)).isPresent();
        for (ProofKind side : List.of(ProofKind.FRONT, ProofKind.BACK)) {
            assertThat(proofs.receive(owner, side, "card.pdf", new ByteArrayInputStream(document)))
                    .isEqualTo(new Intake.CardNeedsPhoto(FileType.PDF));
        }
        assertThat(receive("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Intake.NotDrawn(new Undrawable.Broken()));
        assertThat(proofs.of(owner)).containsExactly(proof);
    }

    @Test
    void one_byte_over_the_limit_is_refused_however_it_is_declared() {
        long limit = limits.maxFile().toBytes();
        byte[] start = DrawnPictures.jpeg(50, 50);
        InputStream tooLong = new SequenceInputStream(
                new ByteArrayInputStream(start), new ByteArrayInputStream(new byte[(int) limit - start.length + 1]));
        assertThat(proofs.receive(owner, ProofKind.FRONT, "a.jpg", tooLong)).isEqualTo(new Intake.TooLarge(limit));
        assertThat(proofs.of(owner)).isEmpty();
    }

    @Test
    void a_connection_that_breaks_leaves_nothing() {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThat(proofs.receive(owner, ProofKind.FRONT, "a.jpg", breaking)).isEqualTo(new Intake.Interrupted());
    }

    @Test
    void a_case_takes_as_many_pictures_as_it_may_even_if_more_arrive_at_once() throws Exception {
        byte[] picture = DrawnPictures.jpeg(60, 40);
        SecurityContext agent = SecurityContextHolder.getContext();
        Callable<Intake> one = () -> {
            SecurityContextHolder.setContext(agent);
            try {
                return receive(picture);
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        List<Intake> all;
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            all = people.invokeAll(Collections.nCopies(limits.maxFiles() + 4, one)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(all).filteredOn(Intake.Taken.class::isInstance).hasSize(limits.maxFiles());
        assertThat(all)
                .filteredOn(intake -> !(intake instanceof Intake.Taken))
                .containsOnly(
                        new Intake.CaseFull(limits.maxFiles(), limits.maxTotal().toBytes()));
        proofs.remove(proofs.of(owner).getFirst());
        assertThat(receive(picture)).isInstanceOf(Intake.Taken.class);
    }

    @Test
    void bytes_of_a_case_are_limited_too() {
        assertThat(inTransaction(() -> rows.reserve(owner, limits.maxTotal().toBytes(), limits)))
                .isTrue();
        assertThat(receive(DrawnPictures.jpeg(60, 40))).isInstanceOf(Intake.CaseFull.class);
    }

    @Test
    void a_rollback_takes_the_files_back() {
        List<Path> kept = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            kept.addAll(files(
                    taken(ProofKind.FRONT, "a.jpg", DrawnPictures.jpeg(61, 41)).id()));
            assertThat(kept).hasSize(2).allSatisfy(file -> assertThat(file).exists());
            status.setRollbackOnly();
        });
        await().untilAsserted(() ->
                assertThat(kept).allSatisfy(file -> assertThat(file).doesNotExist()));
        assertThat(proofs.of(owner)).isEmpty();
    }

    @Test
    void a_removed_picture_is_out_of_sight_once_that_is_committed() {
        Proof proof = taken(ProofKind.FRONT, "a.jpg", DrawnPictures.jpeg(62, 42));
        transaction.executeWithoutResult(status -> {
            proofs.remove(proof);
            status.setRollbackOnly();
        });
        assertThat(proofs.of(owner)).containsExactly(proof);

        assertThat(proofs.remove(proof)).isInstanceOf(Decision.Done.class);
        assertThat(proofs.of(owner)).isEmpty();
        assertThat(proofs.remove(proof)).isEqualTo(new Decision.Gone());
    }

    @Test
    void the_same_picture_in_two_cases_stays_until_both_are_without_it() {
        Proof here = taken(ProofKind.FRONT, "a.jpg", DrawnPictures.jpeg(63, 43));
        UUID first = owner;
        owner = owners.open();
        Proof there = taken(ProofKind.FRONT, "a.jpg", DrawnPictures.jpeg(63, 43));
        List<Path> kept = files(there.id());

        proofs.remove(here);
        proofs.destroyRemoved(first);
        assertThat(kept).allSatisfy(file -> assertThat(file).exists());
        proofs.remove(there);
        proofs.destroyRemoved(owner);
        await().untilAsserted(() ->
                assertThat(kept).allSatisfy(file -> assertThat(file).doesNotExist()));
    }

    @Test
    void a_proof_is_accepted_or_refused_and_knows_by_whom() {
        Proof back = taken(ProofKind.BACK, "b.jpg", DrawnPictures.jpeg(60, 40));
        Proof accepted = done(proofs.accept(back.id(), true));
        assertThat(accepted.state()).isEqualTo(Proof.State.ACCEPTED);
        assertThat(accepted.showsSerial()).isTrue();
        assertThat(accepted.decidedBy()).isEqualTo(DemoPeople.AGENT);

        signIn.as("supervisor");
        Proof refused = done(proofs.refuse(accepted, "  cut off below "));
        assertThat(refused.state()).isEqualTo(Proof.State.REFUSED);
        assertThat(refused.reason()).isEqualTo("cut off below");
        assertThat(refused.showsSerial()).isFalse();
        assertThat(proofs.of(owner)).containsExactly(refused);
    }

    @Test
    void a_decision_drawn_from_an_old_picture_of_things_overwrites_nothing() {
        Proof seen = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40));
        Proof refused = done(proofs.refuse(seen.id(), "blurred"));

        assertThat(proofs.accept(seen, false)).isEqualTo(new Decision.Stale(refused));
        assertThat(proofs.accept(seen.id(), false)).isEqualTo(new Decision.Stale(refused));
        assertThat(proofs.remove(seen)).isEqualTo(new Decision.Stale(refused));
        assertThat(done(proofs.accept(refused, false)).state()).isEqualTo(Proof.State.ACCEPTED);
    }

    @Test
    void pressed_twice_is_decided_once() {
        Proof seen = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40));
        Proof first = done(proofs.accept(seen, false));
        signIn.as("agent2");
        assertThat(done(proofs.accept(seen, false))).isEqualTo(first);
    }

    @Test
    void a_picture_shown_as_another_kind_is_looked_at_again() {
        Proof front = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40));
        Proof moved = done(proofs.move(done(proofs.accept(front, false)), ProofKind.BACK));
        assertThat(moved.kind()).isEqualTo(ProofKind.BACK);
        assertThat(moved.state()).isEqualTo(Proof.State.NEW);
        assertThat(proofs.of(owner)).containsExactly(moved);
    }

    @Test
    void reasons_are_needed_and_never_hold_a_redemption_code() {
        UUID id = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40)).id();
        assertThat(proofs.refuse(id, " ")).isEqualTo(new Decision.ReasonMissing());
        assertThat(proofs.refuse(id, "shows X123 4567 89AB CDEF")).isEqualTo(new Decision.CodeInReason());
        assertThat(proofs.refuse(id, "x".repeat(501))).isEqualTo(new Decision.ReasonTooLong(500));
        assertThat(proofs.declareUnobtainable(owner, ProofKind.BACK, "X123456789ABCDEF"))
                .isEqualTo(new Decision.CodeInReason());
        assertThat(proofs.of(owner)).extracting(Proof::state).containsExactly(Proof.State.NEW);
    }

    @Test
    void a_kind_is_declared_unobtainable_once_and_that_can_be_taken_back() {
        Proof declared = done(proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "bought abroad, thrown away"));
        assertThat(proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "again"))
                .isEqualTo(new Decision.Stale(declared));
        done(proofs.declareUnobtainable(owner, ProofKind.SERIAL, "scratched"));
        assertThat(proofs.of(owner)).hasSize(2);

        done(proofs.withdrawDeclaration(owner, ProofKind.RECEIPT));
        assertThat(proofs.withdrawDeclaration(owner, ProofKind.RECEIPT)).isEqualTo(new Decision.Gone());
        assertThat(proofs.of(owner)).extracting(Proof::kind).containsExactly(ProofKind.SERIAL);
    }

    @Test
    void a_closed_case_takes_nothing_and_a_hidden_one_is_not_even_seen() {
        Proof proof = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40));
        owners.close(owner);
        assertThat(receive(DrawnPictures.jpeg(60, 40))).isEqualTo(new Intake.Closed());
        assertThat(proofs.accept(proof, false)).isEqualTo(new Decision.Closed());
        assertThat(proofs.refuse(proof, "why")).isEqualTo(new Decision.Closed());
        assertThat(proofs.move(proof, ProofKind.BACK)).isEqualTo(new Decision.Closed());
        assertThat(proofs.remove(proof)).isEqualTo(new Decision.Closed());
        assertThat(proofs.declareUnobtainable(owner, ProofKind.BACK, "why")).isEqualTo(new Decision.Closed());
        assertThat(proofs.withdrawDeclaration(owner, ProofKind.BACK)).isEqualTo(new Decision.Closed());
        assertThat(proofs.of(owner)).containsExactly(proof);

        owners.hide(owner);
        assertThatThrownBy(() -> proofs.of(owner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> proofs.accept(proof, false)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> proofs.refuse(proof, " ")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> receive(DrawnPictures.jpeg(60, 40))).isInstanceOf(AccessDeniedException.class);
        assertThat(proofs.picture(proof.id(), 1, PictureSize.FULL)).isEmpty();
    }

    @Test
    void the_database_itself_knows_what_a_proof_can_be() {
        UUID id = taken(ProofKind.FRONT, "f.jpg", DrawnPictures.jpeg(60, 40)).id();
        for (String wrong : List.of(
                "state = 'UNOBTAINABLE'",
                "state = 'REFUSED', decided_by = added_by, decided_at = added_at",
                "state = 'ACCEPTED'",
                "declared_for = 'GCA0'",
                "kind = 'SERIAL'",
                "declared_kind = 'FRONT'",
                "width = 0")) {
            assertThatThrownBy(() -> jdbc.sql("update proof set " + wrong + " where id = :id")
                            .param("id", id)
                            .update())
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private Proof taken(ProofKind kind, String name, byte[] content) {
        Intake intake = proofs.receive(owner, kind, name, new ByteArrayInputStream(content));
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return ((Intake.Taken) intake).proof();
    }

    private Intake receive(byte[] content) {
        return proofs.receive(owner, ProofKind.OTHER, "picture.jpg", new ByteArrayInputStream(content));
    }

    private static Proof done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decision).proof();
    }

    private boolean inTransaction(java.util.function.BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
    }

    /** Where the copies of a proof are kept. */
    private List<Path> files(UUID proof) {
        return jdbc
                .sql("select copy, thumbnail from proof_page where proof = :proof")
                .param("proof", proof)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .flatMap(List::stream)
                .map(address -> installation
                        .data()
                        .resolve("evidence")
                        .resolve(address.substring(0, 2))
                        .resolve(address.substring(2, 4))
                        .resolve(address))
                .toList();
    }
}
