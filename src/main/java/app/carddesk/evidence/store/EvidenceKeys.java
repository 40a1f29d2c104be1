package app.carddesk.evidence.store;

import app.carddesk.startup.Secrets;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** At the start every key must be there that a kept content is sealed with. */
@Component
class EvidenceKeys implements SmartInitializingSingleton {

    private final ContentRows rows;
    private final Secrets secrets;

    EvidenceKeys(ContentRows rows, Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        secrets.ring("evidence").require(rows.keyIds());
    }
}
