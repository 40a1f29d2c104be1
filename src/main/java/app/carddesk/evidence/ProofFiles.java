package app.carddesk.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the files of proofs in step with their rows: written before the commit, gone if there is none. */
@Component
class ProofFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProofFiles.class);

    private final EvidenceStore store;

    ProofFiles(EvidenceStore store) {
        this.store = store;
    }

    /** Keeps both copies of a picture, and takes them back if the running transaction is rolled back. */
    void put(UUID proof, CleanPicture picture) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    removeNow(proof);
                }
            }
        });
        try {
            store.put(PictureSize.FULL.key(proof), picture.copy());
            store.put(PictureSize.THUMBNAIL.key(proof), picture.thumbnail());
        } catch (IOException full) {
            throw new UncheckedIOException("The evidence store cannot be written", full);
        }
    }

    /** Removes both copies when the running transaction is committed. */
    void removeAfterCommit(UUID proof) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                removeNow(proof);
            }
        });
    }

    Optional<byte[]> get(UUID proof, PictureSize size) {
        try {
            return store.get(size.key(proof));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The evidence store cannot be read", unreadable);
        }
    }

    /** The act itself is done by now: what cannot be removed is told to whoever runs the installation. */
    private void removeNow(UUID proof) {
        for (PictureSize size : PictureSize.values()) {
            try {
                store.remove(size.key(proof));
            } catch (IOException | RuntimeException stuck) {
                LOG.error("A file of proof {} could not be removed from the evidence store", proof, stuck);
            }
        }
    }
}
