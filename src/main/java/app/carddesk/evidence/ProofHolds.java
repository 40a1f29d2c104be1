package app.carddesk.evidence;

import app.carddesk.access.ForDesk;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds proofs as the evidence of what was asked for and decided. A held proof is not removed, shown as another kind or
 * covered, and its acceptance is not taken back, by whomever and whatever becomes of the case: only retention ends it.
 * What is not held yet can be added, accepted and refused as before. Every method belongs to the caller's transaction, in
 * which the owner is held.
 */
@Service
@ForDesk
@Transactional(propagation = Propagation.MANDATORY)
public class ProofHolds {

    /** Which proofs of an owner are held. */
    public enum Extent {
        /** Those that count: accepted for the card it is about, or declared unobtainable. */
        COUNTING,
        /** All that were not refused, because somebody decided who saw them. */
        ALL_BUT_REFUSED
    }

    private final OwnerCheck owners;
    private final HoldRows holds;
    private final Clock clock;

    ProofHolds(OwnerCheck owners, HoldRows holds, Clock clock) {
        this.owners = owners;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Holds proofs of an owner as they stand now. Doing so again for the same matter adds what has come since.
     *
     * @param matter what was asked for or decided
     * @param name what people call it, for whoever learns that a proof is held
     */
    public void hold(UUID owner, UUID matter, String name, Extent extent) {
        boolean undecided = switch (extent) {
            case COUNTING -> false;
            case ALL_BUT_REFUSED -> true;
        };
        holds.hold(
                owner,
                owners.serial(owner),
                matter,
                name,
                undecided,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Lets go what is held for a matter that came to nothing before anybody decided. */
    public void release(UUID matter) {
        holds.release(matter);
    }
}
