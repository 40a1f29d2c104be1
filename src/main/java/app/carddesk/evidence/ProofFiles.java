package app.carddesk.evidence;

import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.shared.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the files of proofs in step with their rows: written before the commit, gone if there is none. */
@Component
class ProofFiles implements PageCopies {

    private static final Logger LOG = LoggerFactory.getLogger(ProofFiles.class);

    private final EvidenceStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProofFiles(EvidenceStore store, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the pages of a proof, whose row is there already, within the running transaction. */
    void put(UUID proof, List<CleanPage> pages) {
        for (CleanPage page : pages) {
            jdbc.sql("""
                    insert into proof_page (proof, page, width, height, copy, thumbnail)
                    values (:proof, :page, :width, :height, :copy, :thumbnail)
                    """)
                    .param("proof", proof)
                    .param("page", page.number())
                    .param("width", page.width())
                    .param("height", page.height())
                    .param("copy", keep(page.copy()))
                    .param("thumbnail", keep(page.thumbnail()))
                    .update();
        }
    }

    /** Forgets the pages of a proof within the running transaction; their contents go when it is committed. */
    void remove(UUID proof) {
        List<String> addresses =
                jdbc.sql("""
                        select copy from proof_page where proof = :proof
                        union select thumbnail from proof_page where proof = :proof
                        """).param("proof", proof).query(String.class).list();
        jdbc.sql("delete from proof_page where proof = :proof")
                .param("proof", proof)
                .update();
        addresses.forEach(this::release);
    }

    /** @param page counted from 1 */
    Optional<byte[]> get(UUID proof, int page, PictureSize size) {
        return jdbc.sql("select " + size.column() + " from proof_page where proof = :proof and page = :page")
                .param("proof", proof)
                .param("page", page)
                .query(String.class)
                .optional()
                .flatMap(this::content);
    }

    @Override
    public Optional<byte[]> copy(UUID proof, int page) {
        return get(proof, page, PictureSize.FULL);
    }

    private Optional<byte[]> content(String address) {
        try {
            return store.get(address);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The evidence store cannot be read", unreadable);
        }
    }

    private String keep(byte[] content) {
        try {
            String address = store.put(content);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        removeNow(address);
                    }
                }
            });
            jdbc.sql("""
                    insert into evidence_object (address, bytes, stored_at) values (:address, :bytes, :now)
                    on conflict do nothing
                    """)
                    .param("address", address)
                    .param("bytes", content.length)
                    .param("now", Columns.time(clock.instant()))
                    .update();
            return address;
        } catch (IOException full) {
            throw new UncheckedIOException("The evidence store cannot be written", full);
        }
    }

    private void release(String address) {
        int removed = jdbc.sql("""
                delete from evidence_object where address = :address
                and not exists (select 1 from proof_page where copy = :address or thumbnail = :address)
                """).param("address", address).update();
        if (removed == 1) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    removeNow(address);
                }
            });
        }
    }

    /** The act itself is done by now: what cannot be removed is told to whoever runs the installation. */
    private void removeNow(String address) {
        try {
            store.remove(address);
        } catch (IOException | RuntimeException stuck) {
            LOG.error("The content {} could not be removed from the evidence store", address, stuck);
        }
    }
}
