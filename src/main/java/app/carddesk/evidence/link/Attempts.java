package app.carddesk.evidence.link;

import app.carddesk.web.ClientAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts how often an address tried links that are not open. It remembers the addresses that tried last, on this node:
 * the length of the token is what keeps guessing hopeless, this only keeps it quiet. The many IPv6 addresses of one household are one.
 */
@Component
class Attempts {

    static final int REMEMBERED = 10_000;

    private final LinkLimits limits;
    private final Clock clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(LinkLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Count(Instant since, int failed) {}

    /** Whether this address has to wait before it tries again. */
    synchronized boolean tooMany(String address) {
        Count count = counts.get(ClientAddress.networkOf(address));
        return count != null && !isOver(count) && count.failed() >= limits.maxAttempts();
    }

    /** Notes that a link tried from this address was not open. */
    synchronized void failed(String address) {
        String network = ClientAddress.networkOf(address);
        Count before = counts.remove(network);
        counts.put(
                network,
                before == null || isOver(before)
                        ? new Count(clock.instant(), 1)
                        : new Count(before.since(), before.failed() + 1));
    }

    private boolean isOver(Count count) {
        return count.since().plus(limits.attemptWindow()).isBefore(clock.instant());
    }
}
