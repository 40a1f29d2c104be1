package app.carddesk.replacements;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fails, when told to, after everything of a replacement has been written. */
@Component
class TrippingListener {

    private final Set<UUID> cases = ConcurrentHashMap.newKeySet();

    void tripOn(UUID caseId) {
        cases.add(caseId);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ReplacementIssued event) {
        if (cases.remove(event.caseId())) {
            throw new IllegalStateException("Tripped");
        }
    }
}
