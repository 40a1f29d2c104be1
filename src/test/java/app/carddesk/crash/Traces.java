package app.carddesk.crash;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each trace of a job is there. */
record Traces(Map<Trace, Integer> counts) {

    Traces {
        counts = Map.copyOf(counts);
    }

    /** As they are once this came on top. */
    Traces plus(Map<Trace, Integer> change) {
        Map<Trace, Integer> sums = new EnumMap<>(counts);
        change.forEach((trace, by) -> sums.merge(trace, by, Integer::sum));
        return new Traces(sums);
    }

    /** What differs here from what should be. */
    String differenceFrom(Traces expected) {
        return Arrays.stream(Trace.values())
                .filter(trace -> !counts.get(trace).equals(expected.counts.get(trace)))
                .map(trace -> trace + " " + counts.get(trace) + " instead of " + expected.counts.get(trace))
                .collect(Collectors.joining(", "));
    }

    String written() {
        return Arrays.stream(Trace.values())
                .map(trace -> counts.get(trace).toString())
                .collect(Collectors.joining(","));
    }

    static Traces read(String written) {
        String[] parts = written.split(",", -1);
        Map<Trace, Integer> counts = new EnumMap<>(Trace.class);
        for (Trace trace : Trace.values()) {
            counts.put(trace, Integer.valueOf(parts[trace.ordinal()]));
        }
        return new Traces(counts);
    }
}
