package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ProofKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a picture that was drawn anew: row, files and event in one transaction, within the limits of its case. */
@Component
class ProofKeeper {

    private final ProofRows rows;
    private final ProofFiles files;
    private final OwnerCheck owners;
    private final EvidenceLimits limits;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProofKeeper(
            ProofRows rows,
            ProofFiles files,
            OwnerCheck owners,
            EvidenceLimits limits,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.owners = owners;
        this.limits = limits;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Why nothing can be added now, known before a byte is read; null if something can. */
    @Transactional(readOnly = true)
    public Intake.@Nullable Refused refusal(UUID owner) {
        if (!owners.mayChange(owner)) {
            return new Intake.Closed();
        }
        return rows.isFull(owner, limits) ? full() : null;
    }

    @Transactional
    public Intake keep(UUID owner, ProofKind kind, GivenFile file, List<CleanPage> pages) {
        if (!owners.mayChange(owner)) {
            return new Intake.Closed();
        }
        long bytes = pages.stream().mapToLong(CleanPage::bytes).sum();
        if (!rows.reserve(owner, bytes, limits)) {
            return full();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Proof proof = new Proof(
                ids.next(),
                owner,
                kind,
                Proof.State.NEW,
                file.type(),
                file.name(),
                pages.size(),
                pages.getFirst().width(),
                pages.getFirst().height(),
                null,
                false,
                now,
                person.id(),
                Proof.CameBy.DESK,
                null,
                0);
        rows.insertPicture(proof, bytes, file.sha256());
        files.put(proof.id(), pages);
        events.publishEvent(new ProofChanged(proof.id(), owner, kind, ProofChanged.What.ADDED, null));
        return new Intake.Taken(proof);
    }

    private Intake.CaseFull full() {
        return new Intake.CaseFull(limits.maxFiles(), limits.maxTotal().toBytes());
    }
}
