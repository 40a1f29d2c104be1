package app.carddesk.audit;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * At the start the key of the audit trail must be one the trail was written with. An event that was tampered with must
 * keep nobody from starting and looking: only if none of the newest fits is it the key.
 */
@Component
class TrailKeys implements SmartInitializingSingleton {

    private static final int LOOKED_AT = 20;

    private final ChainRows rows;
    private final ChainForm form;

    TrailKeys(ChainRows rows, ChainForm form) {
        this.rows = rows;
        this.form = form;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ChainedEvent> newest = rows.newest(LOOKED_AT);
        if (!newest.isEmpty() && newest.stream().noneMatch(form::fits)) {
            form.keys().refuse("The audit trail was not written with the key \"audit\" of this installation.");
        }
    }
}
