package app.carddesk.audit;

import app.carddesk.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a verification found: the first of it by name, and of the rest how many. */
final class Findings {

    /** The most that are named. */
    static final int NAMED = 500;

    private final Map<Object, Finding> found = new LinkedHashMap<>();
    private long unnamed;

    void add(Kind kind, @Nullable String stream, long place) {
        add(kind, stream, place, place);
    }

    /** What is missing at the end of a chain may be learnt in several places; it is told once, up to the furthest. */
    void add(Kind kind, @Nullable String stream, long first, long last) {
        Object key = kind == Kind.STREAM_CUT || kind == Kind.STREAM_MISSING
                ? List.of(kind, String.valueOf(stream))
                : List.of(kind, String.valueOf(stream), first);
        Finding known = found.get(key);
        if (known != null) {
            found.put(key, new Finding(kind, stream, known.first(), Math.max(known.last(), last)));
        } else if (found.size() < NAMED) {
            found.put(key, new Finding(kind, stream, first, last));
        } else {
            unnamed++;
        }
    }

    /** Whether one of these was found at a place. */
    boolean has(Set<Kind> kinds, String stream, long place) {
        return kinds.stream().anyMatch(kind -> found.containsKey(List.of(kind, stream, place)));
    }

    List<Finding> named() {
        return new ArrayList<>(found.values());
    }

    long count() {
        return found.size() + unnamed;
    }
}
