package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarddeskTest
@Tag("database")
class EvidenceNewsTest {

    /** What was heard, on which thread, and whether a transaction ran there. */
    private record Heard(EvidenceNotice event, Thread thread, boolean inTransaction) {}

    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    @Autowired
    private EvidenceNews news;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SignIn signIn;

    private UUID owner;
    private Runnable end;

    @BeforeEach
    void listen() {
        signIn.as("agent");
        owner = owners.open();
        end = news.listen(
                owner,
                event -> heard.add(new Heard(
                        event, Thread.currentThread(), TransactionSynchronizationManager.isActualTransactionActive())));
    }

    @AfterEach
    void endListening() {
        end.run();
        signIn.out();
    }

    @Test
    void what_is_committed_is_told_on_a_thread_of_its_own() throws Exception {
        take(owner);

        Heard one = heard.poll(20, TimeUnit.SECONDS);
        assertThat(one).isNotNull();
        assertThat(one.event())
                .isInstanceOfSatisfying(
                        ProofChanged.class,
                        changed -> assertThat(changed.what()).isEqualTo(ProofChanged.What.ADDED));
        assertThat(one.thread()).isNotEqualTo(Thread.currentThread());
        assertThat(one.inTransaction()).isFalse();
    }

    @Test
    void what_is_rolled_back_or_belongs_to_another_case_is_not_told() throws Exception {
        transaction.executeWithoutResult(status -> {
            proofs.declareUnobtainable(owner, ProofKind.RECEIPT, "lost");
            status.setRollbackOnly();
        });
        take(owners.open());
        take(owner);

        assertThat(heard.poll(20, TimeUnit.SECONDS).event())
                .isInstanceOfSatisfying(
                        ProofChanged.class,
                        changed -> assertThat(changed.what()).isEqualTo(ProofChanged.What.ADDED));
        assertThat(heard).isEmpty();
    }

    @Test
    void a_listener_that_fails_takes_no_other_down_and_one_that_ended_is_forgotten() throws Exception {
        int before = news.listened();
        UUID other = owners.open();
        Runnable failing = news.listen(other, event -> {
            throw new IllegalStateException("gone");
        });
        Runnable second = news.listen(other, event -> heard.add(new Heard(event, Thread.currentThread(), false)));
        take(other);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        failing.run();
        second.run();

        assertThat(news.listened()).isEqualTo(before);
    }

    private void take(UUID into) {
        assertThat(proofs.receive(into, ProofKind.FRONT, "a.jpg", new ByteArrayInputStream(DrawnPictures.jpeg(60, 40))))
                .isInstanceOf(Intake.Taken.class);
    }
}
