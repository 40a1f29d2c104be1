package app.carddesk.evidence;

import app.carddesk.evidence.reading.PageReading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings pictures of an installation from before contents had addresses into the store at the start, sealed like all
 * others, before anybody asks for them. Each proof is a transaction of its own and its files go after that, so it can be
 * broken off anywhere and goes on with the next start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LegacyAdoption implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyAdoption.class);

    private final LegacyPictures pictures;
    private final ProofRows rows;
    private final ProofFiles files;
    private final TransactionTemplate transaction;

    LegacyAdoption(LegacyPictures pictures, ProofRows rows, ProofFiles files, PlatformTransactionManager transactions) {
        this.pictures = pictures;
        this.rows = rows;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        adopt();
    }

    /** Adopts all there are; how many. */
    int adopt() throws IOException {
        int adopted = 0;
        int lost = 0;
        for (Proof proof : rows.withoutPages()) {
            byte[] copy = pictures.read(proof.id(), PictureSize.FULL).orElse(null);
            byte[] thumbnail = pictures.read(proof.id(), PictureSize.THUMBNAIL).orElse(null);
            if (copy == null || thumbnail == null) {
                lost++;
                continue;
            }
            CleanPage page = new CleanPage(1, proof.width(), proof.height(), copy, thumbnail, PageReading.NOTHING);
            transaction.executeWithoutResult(status -> files.put(proof.id(), List.of(page)));
            pictures.remove(proof.id());
            adopted++;
        }
        int left = clear();
        if (adopted + lost + left > 0) {
            LOG.info(
                    "Brought the pictures of {} proofs into the evidence store; {} files were left over and are removed",
                    adopted,
                    left);
        }
        if (lost > 0) {
            LOG.error("The pictures of {} proofs are neither in the evidence store nor in its folder", lost);
        }
        return adopted;
    }

    /** Removes what a start that was broken off had adopted already, and what belongs to no proof any more. */
    private int clear() throws IOException {
        int removed = 0;
        for (LegacyPictures.Left left : pictures.left()) {
            if (!rows.isWithoutPages(left.proof())) {
                removed += Files.deleteIfExists(left.file()) ? 1 : 0;
            }
        }
        return removed;
    }
}
