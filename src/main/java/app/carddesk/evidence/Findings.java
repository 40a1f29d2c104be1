package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.evidence.reading.PageReader;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was read on the proofs of a case. Nothing follows from it until a person says so. */
@Service
@ForDesk
@Transactional
public class Findings {

    private final FindingRows rows;
    private final PageReader reader;
    private final ProofRows proofs;
    private final OwnerCheck owners;
    private final CurrentPerson person;
    private final Clock clock;

    Findings(
            FindingRows rows,
            PageReader reader,
            ProofRows proofs,
            OwnerCheck owners,
            CurrentPerson person,
            Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.proofs = proofs;
        this.owners = owners;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Everything that was read on the proofs of a case, in the order in which they came; the likeliest of a kind first
     * on each page.
     *
     * @throws AccessDeniedException if the person signed in may not see the case
     */
    @Transactional(readOnly = true)
    public List<Finding> of(UUID owner) {
        owners.requireSee(owner);
        return rows.of(owner);
    }

    /**
     * The proofs of a case on which an installed reader looked for print, whatever it found there.
     *
     * @throws AccessDeniedException if the person signed in may not see the case
     */
    @Transactional(readOnly = true)
    public Set<UUID> sought(UUID owner) {
        owners.requireSee(owner);
        return rows.sought(owner);
    }

    /**
     * The proofs of a case with a page that was left out although a reader is installed here; none where none is.
     *
     * @throws AccessDeniedException if the person signed in may not see the case
     */
    @Transactional(readOnly = true)
    public Set<UUID> skipped(UUID owner) {
        owners.requireSee(owner);
        return reader.readsPrint() ? rows.unsought(owner) : Set.of();
    }

    /** What was read on one proof; empty, too, if there is no such proof or the person signed in may not see it. */
    @Transactional(readOnly = true)
    public List<Finding> ofProof(UUID proof) {
        return mayBeSeen(proof) ? rows.ofProof(proof) : List.of();
    }

    /**
     * Remembers that a finding is of no use, so that it is not offered again.
     *
     * @return false if it is not there any more, or the case takes no changes
     * @throws AccessDeniedException if the person signed in may not see the case
     */
    public boolean dismiss(UUID finding) {
        Optional<Finding> found = rows.find(finding);
        if (found.isEmpty()) {
            return false;
        }
        UUID owner = proofs.find(found.get().proof()).orElseThrow().proof().owner();
        if (!owners.mayChange(owner)) {
            return false;
        }
        rows.dismiss(found.get(), person.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return true;
    }

    private boolean mayBeSeen(UUID proof) {
        return proofs.find(proof)
                .filter(row -> owners.maySee(row.proof().owner()))
                .isPresent();
    }
}
