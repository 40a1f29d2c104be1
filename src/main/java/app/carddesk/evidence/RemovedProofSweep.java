package app.carddesk.evidence;

import app.carddesk.shared.FailedTurn;
import app.carddesk.shared.Undo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Destroys removed proofs once nobody can put them back. Each is a transaction of its own under the lock of its row, so
 * it can be broken off anywhere, and several nodes at once do no harm.
 */
@Component
class RemovedProofSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RemovedProofSweep.class);

    /** The most in one turn; the rest goes with the next. */
    private static final int MOST = 200;

    private final ProofRows rows;
    private final ProofRemoval removal;
    private final TransactionOperations transaction;
    private final Clock clock;

    RemovedProofSweep(ProofRows rows, ProofRemoval removal, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.removal = removal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${carddesk.evidence.removed.every:PT1M}",
            initialDelayString = "${carddesk.evidence.removed.every:PT1M}")
    void scheduled() {
        try {
            sweep();
        } catch (RuntimeException stuck) {
            FailedTurn.tell(LOG, "Removed proofs could not be destroyed; the next turn tries again", stuck);
        }
    }

    /** Destroys those whose time is over; how many. */
    int sweep() {
        Instant before = clock.instant().minus(Undo.SPAN);
        int destroyed = 0;
        for (UUID proof : rows.removedBefore(before, MOST)) {
            try {
                destroyed += Boolean.TRUE.equals(transaction.execute(status -> removal.destroy(proof, before))) ? 1 : 0;
            } catch (TransientDataAccessException busy) {
                LOG.debug("A removed proof is in use; the next turn tries again");
            }
        }
        return destroyed;
    }
}
