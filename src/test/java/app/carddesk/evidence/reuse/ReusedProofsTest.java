package app.carddesk.evidence.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.KnownPictures;
import app.carddesk.evidence.PagesChanged;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.shared.ProofKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@CarddeskTest
@Tag("database")
class ReusedProofsTest {

    private static final AtomicLong SEED = new AtomicLong(7_000);

    @Autowired
    private Proofs proofs;

    @Autowired
    private ReusedProofs reused;

    @Autowired
    private Reuse reuse;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID one;
    private UUID other;
    private BufferedImage card;

    @BeforeEach
    void twoCases() {
        signIn.as("agent");
        one = owners.open();
        other = owners.open();
        card = Camera.card(new Random(SEED.incrementAndGet()));
    }

    @Test
    void the_same_file_in_another_case_is_flagged_in_both() {
        Proof first = give(one, card);
        Proof second = give(other, card);
        ReusedProof there = only(reused.of(other));
        assertThat(there.degree()).isEqualTo(Degree.SAME);
        assertThat(there.proof()).isEqualTo(second.id());
        assertThat(there.other()).isNotNull();
        assertThat(there.other().proof()).isEqualTo(first.id());
        assertThat(there.other().sameOwner()).isFalse();
        assertThat(there.other().owner()).isEqualTo(owners.nameOf(one));
        assertThat(only(reused.of(one)).other().proof()).isEqualTo(second.id());
        assertThat(reused.isReason(other, UUID.randomUUID())).isTrue();
    }

    @Test
    void a_picture_cut_and_written_anew_is_nearly_the_same() {
        give(one, card);
        give(other, Copying.CROP.of(card, new Random(1)));
        assertThat(only(reused.of(other)).degree()).isEqualTo(Degree.NEARLY);
    }

    @Test
    void twice_in_one_case_is_said_once_and_is_no_reason_to_look_twice() {
        give(one, card);
        give(one, card);
        assertThat(only(reused.of(one)).other().sameOwner()).isTrue();
        assertThat(reused.isReason(one, UUID.randomUUID())).isFalse();
    }

    @Test
    void where_else_is_told_only_to_whoever_may_see_it() {
        give(one, card);
        give(other, card);
        owners.hide(one);
        assertThat(only(reused.of(other)).other()).isNull();
        assertThatThrownBy(() -> reused.of(one)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reused.isComparing(one)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reused.isReason(one, UUID.randomUUID())).isInstanceOf(AccessDeniedException.class);
        UUID flag = only(reused.of(other)).flag();
        assertThatThrownBy(() -> reused.markHarmless(one, flag, "family")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_removed_proof_takes_its_fingerprint_and_flags_along() {
        Proof first = give(one, card);
        give(other, card);
        assertThat(reused.of(other)).hasSize(1);
        proofs.remove(first.id());
        assertThat(reused.of(other)).isEmpty();
        assertThat(count("select count(*) from reuse_page where proof = :id", first.id()))
                .isZero();
        assertThat(count(
                        "select count(*) from reuse_word where page not in (select id from reuse_page) and 1 = 1 and :id is not null",
                        first.id()))
                .isZero();
    }

    @Test
    void a_proof_that_is_put_back_is_flagged_as_before_and_compared_with_what_came_meanwhile() {
        Proof first = give(one, card);
        give(other, card);
        UUID flag = only(reused.of(other)).flag();
        reused.markHarmless(other, flag, "Family receipt");
        proofs.remove(first.id());
        assertThat(reused.markHarmless(other, flag, "Again")).isInstanceOf(ReuseMarking.Gone.class);
        UUID third = owners.open();
        give(third, card);
        assertThat(reused.of(third)).extracting(ReusedProof::proof).doesNotContain(first.id());
        assertThat(reused.of(third)).hasSize(1);

        proofs.putBack(first.id());
        settle(one);

        assertThat(reused.of(one))
                .extracting(found -> found.other().owner())
                .containsExactlyInAnyOrder(owners.nameOf(other), owners.nameOf(third));
        assertThat(reused.of(other)).filteredOn(found -> found.seen() != null).hasSize(1);
        assertThat(reused.of(third)).hasSize(2);
    }

    @Test
    void what_was_called_harmless_is_quiet_and_stays() {
        give(one, card);
        give(other, card);
        UUID flag = only(reused.of(other)).flag();
        assertThat(reused.markHarmless(other, flag, " ")).isInstanceOf(ReuseMarking.ReasonMissing.class);
        assertThat(reused.markHarmless(other, flag, "x".repeat(501))).isInstanceOf(ReuseMarking.ReasonTooLong.class);
        assertThat(reused.markHarmless(other, UUID.randomUUID(), "family")).isInstanceOf(ReuseMarking.Gone.class);
        assertThat(reused.markHarmless(other, flag, "Family receipt")).isInstanceOf(ReuseMarking.Done.class);
        assertThat(reused.markHarmless(other, flag, "Again")).isInstanceOf(ReuseMarking.Gone.class);
        assertThat(only(reused.of(other)).seen().reason()).isEqualTo("Family receipt");
        assertThat(count("select count(*) from audit_event where act = 'proof.reuse_seen' and subject_id = :id", other))
                .isEqualTo(1);
        // Whoever said so has not taken the reason away from their own request; for another person it is gone.
        assertThat(reused.isReason(other, only(reused.of(other)).seen().by())).isTrue();
        assertThat(reused.isReason(other, UUID.randomUUID())).isFalse();
    }

    @Test
    void a_closed_case_takes_no_mark() {
        give(one, card);
        give(other, card);
        owners.close(other);
        assertThat(reused.markHarmless(other, only(reused.of(other)).flag(), "family"))
                .isInstanceOf(ReuseMarking.Closed.class);
    }

    @Test
    void what_a_crash_left_is_taken_up_when_its_lease_ends() {
        give(one, card);
        Proof second = give(other, card);
        jdbc.sql("delete from reuse_flag where later = :id")
                .param("id", second.id())
                .update();
        jdbc.sql("""
                update reuse_page set state = 'WAITING', attempts = 1, fingerprint = null,
                       next_at = timestamp with time zone '2020-01-01 00:00:00+00' where proof = :id
                """).param("id", second.id()).update();
        assertThat(reused.isComparing(other)).isTrue();
        reuse.work();
        assertThat(reused.of(other)).hasSize(1);
    }

    @Test
    void a_replaced_copy_is_known_anew_and_stays_flagged() {
        give(one, card);
        Proof second = give(other, card);
        transaction.executeWithoutResult(status -> events.publishEvent(new PagesChanged(second.id())));
        settle(other);
        assertThat(reused.of(other)).hasSize(1);
        assertThat(count("select count(*) from reuse_page where proof = :id and state = 'DONE'", second.id()))
                .isEqualTo(1);
    }

    private Proof give(UUID owner, BufferedImage picture) {
        AtomicReference<Intake> taken = new AtomicReference<>();
        // What is printed on them plays no part here, and reading it takes its time.
        KnownPictures.during(() -> taken.set(proofs.receive(
                owner, ProofKind.OTHER, "card.jpg", new ByteArrayInputStream(DrawnPictures.encoded(picture, "jpeg")))));
        settle(owner);
        return ((Intake.Taken) taken.get()).proof();
    }

    /** Waits until everything of a case was looked up; helps with it, in case the clock of tests stands still. */
    private void settle(UUID owner) {
        // What tests before this one left waiting is nobody's concern any more.
        jdbc.sql("""
                update reuse_page set state = 'FAILED'
                where state = 'WAITING' and proof not in (select id from proof where owner = :id)
                """).param("id", owner).update();
        // On this thread: to give up waiting must not interrupt a statement, which would close the file of the
        // database.
        await().pollInSameThread().atMost(Duration.ofMinutes(5)).until(() -> {
            reuse.work();
            return count("""
                            select count(*) from reuse_page r join proof p on p.id = r.proof
                            where p.owner = :id and r.state = 'WAITING'
                            """, owner) == 0;
        });
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }

    private static ReusedProof only(List<ReusedProof> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
