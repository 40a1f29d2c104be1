package app.carddesk.audit.ui;

import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLine.Key;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a grid's offsets into keys: it remembers which event stood where, and reads on from the nearest one before. So
 * scrolling costs the same at the end of the list as at its beginning.
 */
final class KeysetPages {

    /** Every so many events one is remembered. */
    private static final int STEP = 50;

    private final Source source;
    private final TreeMap<Integer, Key> before = new TreeMap<>();

    KeysetPages(Source source) {
        this.source = source;
    }

    /** Reads events after one, or from the beginning. */
    interface Source {
        List<AuditLine> read(@Nullable Key after, int limit);
    }

    List<AuditLine> page(int offset, int limit) {
        Map.Entry<Integer, Key> near = before.floorEntry(offset);
        int from = near == null ? 0 : near.getKey();
        List<AuditLine> lines = source.read(near == null ? null : near.getValue(), offset - from + limit);
        for (int i = STEP; i <= lines.size(); i += STEP) {
            before.put(from + i, lines.get(i - 1).key());
        }
        if (!lines.isEmpty()) {
            before.put(from + lines.size(), lines.getLast().key());
        }
        return lines.subList(Math.min(offset - from, lines.size()), lines.size());
    }
}
