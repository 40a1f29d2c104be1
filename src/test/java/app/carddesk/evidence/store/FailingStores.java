package app.carddesk.evidence.store;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes contents over a store that does not work. */
@Component
@Profile("test")
public class FailingStores {

    private final ContentRows rows;
    private final PlatformTransactionManager transactions;

    FailingStores(ContentRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Contents that can neither be kept nor read. */
    public EvidenceContents unreachable() {
        return new EvidenceContents(new EvidenceContentsTest.BrokenStore(), rows, transactions);
    }
}
