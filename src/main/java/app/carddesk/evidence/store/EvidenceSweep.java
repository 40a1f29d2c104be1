package app.carddesk.evidence.store;

import app.carddesk.shared.FailedRows;
import app.carddesk.shared.FailedTurn;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes out of the store what nothing names any more, and seals anew what is sealed with an old key. Safe beside
 * uploads, and on several nodes at once: each content is looked at under the lock of its row.
 */
@Component
public class EvidenceSweep {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSweep.class);
    private static final int BATCH = 500;

    private final EvidenceStore store;
    private final ContentRows rows;
    private final EvidenceContents contents;
    private final SweepSettings settings;
    private final Clock clock;

    EvidenceSweep(
            EvidenceStore store, ContentRows rows, EvidenceContents contents, SweepSettings settings, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What one sweep did.
     *
     * @param unnamed contents removed that had a row, which nothing named
     * @param unknown contents removed that had no row
     * @param renewed contents sealed anew
     * @param unreadable contents under an old key that cannot be read, and stay as they are
     */
    public record Swept(int unnamed, int unknown, int renewed, int unreadable) {}

    /** Every night, and once some minutes after the start. */
    @Scheduled(cron = "${carddesk.evidence.sweep.cron:0 17 3 * * *}", zone = "${carddesk.zone:Europe/Copenhagen}")
    @Scheduled(initialDelayString = "${carddesk.evidence.after-start:PT5M}")
    void scheduled() {
        try {
            sweep();
        } catch (IOException | RuntimeException stuck) {
            FailedTurn.tell(LOG, "The sweep of the evidence store stopped; the next one begins anew", stuck);
        }
    }

    /**
     * Sweeps once.
     *
     * @throws IOException if the store cannot be listed
     */
    public Swept sweep() throws IOException {
        int unnamed = unnamed();
        int unknown = unknown();
        int renewed = 0;
        FailedRows unreadable = new FailedRows();
        String after = "";
        for (List<String> batch = old(after); !batch.isEmpty(); batch = old(after)) {
            for (String address : batch) {
                try {
                    renewed += contents.renew(address) ? 1 : 0;
                } catch (UnreadableContentException broken) {
                    unreadable.add(broken.told());
                } catch (TransientDataAccessException busy) {
                    LOG.debug("The content {} is in use; the next sweep tries again", address);
                }
            }
            after = batch.getLast();
        }
        unreadable.tell(
                LOG,
                "contents under an older key cannot be read and stay as they are",
                "Put a key that is missing into CARDDESK_KEY_EVIDENCE_OLD, or restore the contents from a backup.");
        Swept swept = new Swept(unnamed, unknown, renewed, unreadable.count());
        LOG.info(
                "Swept the evidence store: {} contents removed that nothing named, {} that no row knew, {} sealed anew"
                        + " with the newest key, {} unreadable",
                unnamed,
                unknown,
                renewed,
                unreadable.count());
        return swept;
    }

    private List<String> old(String after) {
        return rows.underOtherKeys(store.keyId(), after, BATCH);
    }

    private int unnamed() {
        int removed = 0;
        String after = "";
        for (List<String> batch = rows.unnamed(after, BATCH); !batch.isEmpty(); batch = rows.unnamed(after, BATCH)) {
            for (String address : batch) {
                removed += collect(address);
            }
            after = batch.getLast();
        }
        return removed;
    }

    /** An upload that is still running holds the lock on its row, seen or not, so even a new content is safe here. */
    private int unknown() throws IOException {
        int removed = 0;
        Instant before = clock.instant().minus(settings.grace());
        String after = "";
        for (List<StoredObject> batch = store.list(after, BATCH); !batch.isEmpty(); batch = store.list(after, BATCH)) {
            Set<String> known =
                    rows.known(batch.stream().map(StoredObject::address).toList());
            for (StoredObject object : batch) {
                if (!known.contains(object.address()) && !object.writtenAt().isAfter(before)) {
                    removed += collect(object.address());
                }
            }
            after = batch.getLast().address();
        }
        return removed;
    }

    private int collect(String address) {
        try {
            return contents.collect(address) ? 1 : 0;
        } catch (TransientDataAccessException busy) {
            LOG.debug("The content {} is in use; the next sweep tries again", address);
            return 0;
        }
    }
}
