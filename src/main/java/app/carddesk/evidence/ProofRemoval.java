package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Undo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes proofs out of their cases. A picture is out of everybody's sight at once, and its case has the room; whoever
 * removed it can put it back for {@link Undo#SPAN}, and after that it is destroyed. Works within the running transaction.
 */
@Component
class ProofRemoval {

    private final ProofRows rows;
    private final ProofFiles files;
    private final OwnerCheck owners;
    private final EvidenceLimits limits;
    private final CurrentPerson person;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProofRemoval(
            ProofRows rows,
            ProofFiles files,
            OwnerCheck owners,
            EvidenceLimits limits,
            CurrentPerson person,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.owners = owners;
        this.limits = limits;
        this.person = person;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Removes a proof as it was seen. Of a declaration there is nothing to keep: it is made anew in a moment.
     *
     * @param seen null if the proof as it stands now is meant
     */
    Decision remove(UUID proof, @Nullable Proof seen) {
        UUID owner = rows.ownerOf(proof).orElse(null);
        if (owner == null) {
            return new Decision.Gone();
        }
        // Held before the proof is read: a request that comes first holds it, one that comes later does not find it.
        if (!owners.mayChangeHeld(owner)) {
            return new Decision.Closed();
        }
        ProofRows.Row row = rows.find(proof).orElse(null);
        if (row == null) {
            return new Decision.Gone();
        }
        Proof found = row.proof();
        if (found.heldFor() != null) {
            return new Decision.Held(found.heldFor());
        }
        if ((seen != null && !found.equals(seen)) || !takeOut(row)) {
            return rows.find(proof)
                    .<Decision>map(now -> new Decision.Stale(now.proof()))
                    .orElseGet(Decision.Gone::new);
        }
        publish(found, ProofChanged.What.REMOVED);
        return new Decision.Done(found);
    }

    private boolean takeOut(ProofRows.Row row) {
        if (row.proof().state() == Proof.State.UNOBTAINABLE) {
            return rows.delete(row);
        }
        if (!rows.remove(row, now(), person.id())) {
            return false;
        }
        rows.release(row.proof().owner(), row.bytes());
        return true;
    }

    /** @see Proofs#putBack */
    PuttingBack putBack(UUID proof) {
        UUID owner = rows.ownerOfRemoved(proof).orElse(null);
        if (owner == null) {
            return alreadyThere(proof);
        }
        if (!owners.mayChangeHeld(owner)) {
            return new PuttingBack.Closed();
        }
        ProofRows.Removed removed = rows.lockRemoved(proof).orElse(null);
        if (removed == null) {
            return alreadyThere(proof);
        }
        Proof out = removed.row().proof();
        if (!removed.by().equals(person.id())) {
            return new PuttingBack.RemovedByAnother();
        }
        if (removed.at().isBefore(clock.instant().minus(Undo.SPAN))) {
            return new PuttingBack.TooLate();
        }
        // The owner is held, as by whoever adds a picture: so the same one is seen if it comes now.
        if (!rows.reserve(out.owner(), removed.row().bytes(), limits)) {
            return new PuttingBack.NoRoom(
                    new Intake.CaseFull(limits.maxFiles(), limits.maxTotal().toBytes()));
        }
        if (rows.hasComeAgain(removed)) {
            rows.release(out.owner(), removed.row().bytes());
            return new PuttingBack.SameAgain();
        }
        rows.putBack(proof, now());
        // Pictures that came meanwhile were not compared with this one.
        events.publishEvent(new PagesChanged(proof));
        publish(out, ProofChanged.What.PUT_BACK);
        return new PuttingBack.Done(out);
    }

    /** Pressed twice: who was first has put it back. */
    private PuttingBack alreadyThere(UUID proof) {
        return rows.find(proof)
                .map(ProofRows.Row::proof)
                .filter(found -> owners.maySee(found.owner()))
                .<PuttingBack>map(PuttingBack.Done::new)
                .orElseGet(PuttingBack.TooLate::new);
    }

    /** Destroys what was removed from a case, whenever that was. */
    void destroyOf(UUID owner) {
        rows.removedOf(owner).forEach(proof -> destroy(proof, null));
    }

    /**
     * Destroys a removed proof with all that was kept of it.
     *
     * @param before it must have been removed earlier than that; null if that does not matter
     * @return false if it is gone, or stands in its case again
     */
    boolean destroy(UUID proof, @Nullable Instant before) {
        ProofRows.Removed removed = rows.lockRemoved(proof).orElse(null);
        if (removed == null || (before != null && !removed.at().isBefore(before))) {
            return false;
        }
        files.remove(proof);
        return rows.delete(removed.row());
    }

    private void publish(Proof proof, ProofChanged.What what) {
        events.publishEvent(new ProofChanged(proof.id(), proof.owner(), proof.kind(), what, null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
