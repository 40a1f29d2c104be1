package app.carddesk.evidence;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Pictures;
import app.carddesk.evidence.reading.PageReading;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Covers regions of kept pictures for good. The picture is read and drawn outside any transaction; the new copies take
 * the place of the old in a short one, if those are still the ones that were drawn on. Otherwise somebody else has
 * covered something meanwhile, and the work begins again on what they left, so that both stay covered.
 */
@Component
class ProofCovering {

    private static final int TRIES = 5;

    private final ProofRows rows;
    private final ProofFiles files;
    private final OwnerCheck owners;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ProofCovering(
            ProofRows rows,
            ProofFiles files,
            OwnerCheck owners,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.files = files;
        this.owners = owners;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @see Proofs#cover */
    Covering cover(UUID proof, int page, PageArea area) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<ProofRows.Row> row = rows.find(proof);
            if (row.isEmpty()) {
                return new Covering.Gone();
            }
            if (!owners.mayChange(row.get().proof().owner())) {
                return new Covering.Closed();
            }
            if (row.get().proof().heldFor() != null) {
                return new Covering.Held(row.get().proof().heldFor());
            }
            Optional<ProofFiles.KeptPage> kept = files.page(proof, page);
            Optional<byte[]> copy = kept.flatMap(files::copy);
            if (copy.isPresent()) {
                CleanPage covered = covered(page, copy.get(), area);
                UUID owner = row.get().proof().owner();
                Optional<Covering> done = transaction.execute(status -> replace(proof, owner, kept.get(), covered));
                if (done.isPresent()) {
                    return done.get();
                }
            } else if (kept.equals(files.page(proof, page))) {
                return new Covering.Gone();
            }
        }
        return new Covering.Busy();
    }

    private static CleanPage covered(int page, byte[] copy, PageArea area) {
        BufferedImage image = Pictures.covered(copy, area);
        return new CleanPage(
                page,
                image.getWidth(),
                image.getHeight(),
                Pictures.copy(image),
                Pictures.thumbnail(image),
                PageReading.NOTHING);
    }

    /** Empty if the page is no longer the one that was drawn on. */
    private Optional<Covering> replace(UUID proof, UUID owner, ProofFiles.KeptPage drawnOn, CleanPage covered) {
        if (!owners.mayChangeHeld(owner)) {
            return Optional.of(new Covering.Closed());
        }
        Optional<ProofRows.Row> row = rows.lock(proof);
        if (row.isEmpty()) {
            return Optional.of(new Covering.Gone());
        }
        Proof from = row.get().proof();
        if (from.heldFor() != null) {
            return Optional.of(new Covering.Held(from.heldFor()));
        }
        if (!files.page(proof, covered.number()).equals(Optional.of(drawnOn))) {
            return Optional.empty();
        }
        // What was given still shows what has just been covered.
        files.dropOriginal(from);
        Proof to = rows.covered(row.get(), covered.bytes() - files.bytes(drawnOn));
        files.replace(proof, covered);
        events.publishEvent(new PagesChanged(proof));
        events.publishEvent(new ProofChanged(from.id(), from.owner(), from.kind(), ProofChanged.What.COVERED, null));
        return Optional.of(new Covering.Done(to));
    }
}
