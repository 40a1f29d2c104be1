package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RetriedOnContention;
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
    private final FindingRows findings;
    private final OwnerCheck owners;
    private final EvidenceLimits limits;
    private final OriginalSettings originals;
    private final PersonQuota quota;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProofKeeper(
            ProofRows rows,
            ProofFiles files,
            FindingRows findings,
            OwnerCheck owners,
            EvidenceLimits limits,
            OriginalSettings originals,
            PersonQuota quota,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.findings = findings;
        this.owners = owners;
        this.limits = limits;
        this.originals = originals;
        this.quota = quota;
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
        if (quota.isUsedUp()) {
            return quota.refusal();
        }
        return rows.isFull(owner, limits) ? full() : null;
    }

    @Transactional
    @RetriedOnContention
    public Intake keep(UUID owner, ProofKind kind, GivenFile file, List<CleanPage> pages) {
        if (!owners.mayChangeHeld(owner)) {
            return new Intake.Closed();
        }
        long bytes = pages.stream().mapToLong(CleanPage::bytes).sum() + file.originalBytes();
        if (!rows.reserve(owner, bytes, limits)) {
            return full();
        }
        // Always the case's room first, then the person's, so that no two wait for each other.
        if (!quota.reserve(bytes)) {
            rows.release(owner, bytes);
            return quota.refusal();
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
                pages.isEmpty() ? 0 : pages.getFirst().width(),
                pages.isEmpty() ? 0 : pages.getFirst().height(),
                owners.serial(owner),
                null,
                null,
                null,
                now,
                person.id(),
                file.cameBy(),
                null,
                file.original() != null,
                null,
                0);
        files.add(proof, file, pages, bytes);
        findings.put(proof.id(), pages);
        events.publishEvent(new PagesChanged(proof.id()));
        events.publishEvent(new ProofChanged(proof.id(), owner, kind, added(file.cameBy()), null));
        return new Intake.Taken(proof);
    }

    /** Keeps what was drawn at last of a proof; its file as it was given stays only where any would. */
    @Transactional
    @RetriedOnContention
    public Redraw drawn(Proof proof, List<CleanPage> pages) {
        boolean open = owners.mayChangeHeld(proof.owner());
        if (!rows.drawn(proof.id(), pages.getFirst(), pages.size())) {
            return rows.find(proof.id()).isPresent() ? new Redraw.Drawn() : new Redraw.Gone();
        }
        rows.grow(
                proof.id(),
                proof.owner(),
                pages.stream().mapToLong(CleanPage::bytes).sum());
        files.put(proof.id(), pages);
        findings.put(proof.id(), pages);
        events.publishEvent(new PagesChanged(proof.id()));
        if (!originals.keeps(pages) || !open) {
            files.dropOriginal(proof);
        }
        return new Redraw.Drawn();
    }

    private static ProofChanged.What added(Proof.CameBy cameBy) {
        return switch (cameBy) {
            case DESK -> ProofChanged.What.ADDED;
            case LINK -> ProofChanged.What.ADDED_BY_LINK;
        };
    }

    private Intake.CaseFull full() {
        return new Intake.CaseFull(limits.maxFiles(), limits.maxTotal().toBytes());
    }
}
