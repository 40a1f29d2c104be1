package app.carddesk.evidence.reuse;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.evidence.ProofOwners;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RedemptionCodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What proofs were given before, elsewhere or in the same case. This informs and refuses nobody. Where else is told only
 * to whoever may see that case at that moment.
 */
@Service
@ForDesk
@Transactional
public class ReusedProofs {

    private final ReuseRows rows;
    private final Reuse reuse;
    private final ObjectProvider<ProofOwners> owners;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    ReusedProofs(
            ReuseRows rows,
            Reuse reuse,
            ObjectProvider<ProofOwners> owners,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.reuse = reuse;
        this.owners = owners;
        this.person = person;
        this.events = events;
    }

    /** The reused proofs of a case, in the order they were found. */
    @Transactional(readOnly = true)
    public List<ReusedProof> of(UUID owner) {
        ProofOwners module = seeing(owner);
        return rows.of(owner).stream()
                // Twice in one case is found from both sides; once is enough.
                .filter(flag -> !flag.otherOwner().equals(owner)
                        || flag.proof().toString().compareTo(flag.otherProof().toString()) > 0)
                .map(flag -> seenFrom(flag, module))
                .toList();
    }

    /** Whether a proof of the case waits to be compared with all others. */
    @Transactional(readOnly = true)
    public boolean isComparing(UUID owner) {
        seeing(owner);
        return rows.isAwaited(owner);
    }

    /**
     * Whether a picture of the case was given in another one, and nobody but this person called it harmless: no one
     * takes a reason to look twice away from their own request.
     *
     * @param requester who asks for something by these proofs
     */
    @Transactional(readOnly = true)
    public boolean isReason(UUID owner, UUID requester) {
        seeing(owner);
        return rows.of(owner).stream()
                .anyMatch(flag -> !flag.otherOwner().equals(owner)
                        && (flag.seenBy() == null || flag.seenBy().equals(requester)));
    }

    /**
     * Whether a picture of the case is not compared with all others yet, or could not be.
     *
     * @throws AccessDeniedException if the person signed in may not see the case
     */
    @Transactional(readOnly = true)
    public boolean isUncompared(UUID owner) {
        seeing(owner);
        return rows.isUncompared(owner);
    }

    /**
     * Waits until the pictures of a case are compared with all others, outside of any transaction, which would keep
     * the comparison from seeing them.
     *
     * @param patience how long at most
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void settle(UUID owner, Duration patience) {
        seeing(owner);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            reuse.settle(owner, patience);
        }
    }

    /** Calls a finding harmless: it goes quiet, and stays to be seen on demand. */
    public ReuseMarking markHarmless(UUID owner, UUID flag, String reason) {
        ProofOwners module = seeing(owner);
        Optional<ReuseRows.Flag> side = rows.sides(flag).stream()
                .filter(found -> found.owner().equals(owner))
                .findFirst();
        if (side.isEmpty()) {
            return new ReuseMarking.Gone();
        }
        if (!module.mayChange(owner)) {
            return new ReuseMarking.Closed();
        }
        String text = reason.strip();
        if (text.isEmpty()) {
            return new ReuseMarking.ReasonMissing();
        }
        if (text.length() > Proofs.LONGEST_REASON) {
            return new ReuseMarking.ReasonTooLong(Proofs.LONGEST_REASON);
        }
        if (RedemptionCodes.containsCode(text)) {
            return new ReuseMarking.CodeInReason();
        }
        if (!rows.see(flag, text, person.id())) {
            return new ReuseMarking.Gone();
        }
        events.publishEvent(new ReuseSeen(flag, owner, text));
        return new ReuseMarking.Done();
    }

    private static ReusedProof seenFrom(ReuseRows.Flag flag, ProofOwners module) {
        return new ReusedProof(flag.id(), flag.proof(), flag.page(), flag.degree(), other(flag, module), seen(flag));
    }

    private static ReusedProof.@Nullable Other other(ReuseRows.Flag flag, ProofOwners module) {
        return module.maySee(flag.otherOwner())
                ? new ReusedProof.Other(
                        flag.otherProof(),
                        flag.otherPage(),
                        module.nameOf(flag.otherOwner()),
                        flag.otherOwner().equals(flag.owner()),
                        ProofKind.valueOf(flag.otherKind()),
                        flag.otherAddedAt())
                : null;
    }

    private static ReusedProof.@Nullable Seen seen(ReuseRows.Flag flag) {
        return flag.seenBy() == null || flag.seenAt() == null || flag.reason() == null
                ? null
                : new ReusedProof.Seen(flag.seenBy(), flag.seenAt(), flag.reason());
    }

    private ProofOwners seeing(UUID owner) {
        ProofOwners module = owners.getIfAvailable();
        if (module == null || !module.maySee(owner)) {
            throw new AccessDeniedException("Not allowed to see these proofs");
        }
        return module;
    }
}
