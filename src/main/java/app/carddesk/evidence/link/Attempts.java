package app.carddesk.evidence.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts how often an address tried links that are not open. It remembers the addresses that tried last, on this node:
 * the length of the token is what keeps guessing hopeless, this only keeps it quiet.
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
        Count count = counts.get(network(address));
        return count != null && !isOver(count) && count.failed() >= limits.maxAttempts();
    }

    /** Notes that a link tried from this address was not open. */
    synchronized void failed(String address) {
        String network = network(address);
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

    /** One household has a whole /64 of IPv6 addresses to itself. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
