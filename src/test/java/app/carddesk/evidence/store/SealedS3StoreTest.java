package app.carddesk.evidence.store;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Sealed, on a real S3 server. */
class SealedS3StoreTest extends StoreContract.OfContents {

    private SealedStore store;

    @BeforeEach
    void open() {
        store = new SealedStore(
                S3Store.open(S3Server.shared().newBucket()), new SealingKeys(List.of(SealedStoreTest.key(1))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    EvidenceStore store() {
        return store;
    }
}
