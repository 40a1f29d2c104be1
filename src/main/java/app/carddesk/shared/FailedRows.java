package app.carddesk.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The rows that a run over many could not deal with. They are told in one line, with their number, the first of them and
 * what to do, because the same trouble usually hits all of them. For one thread.
 */
public final class FailedRows {

    /** As many are named. */
    static final int NAMED = 5;

    private final List<String> named = new ArrayList<>();
    private int count;
    private @Nullable Throwable first;

    /** @param row what names it in the log: an identifier or a serial number, never anything personal */
    public void add(Object row) {
        count++;
        if (named.size() < NAMED) {
            named.add(row.toString());
        }
    }

    /** @param why told with its trace, if it is the first of this run */
    public void add(Object row, Throwable why) {
        add(row);
        if (first == null) {
            first = why;
        }
    }

    public int count() {
        return count;
    }

    /**
     * Logs one ERROR, or nothing if no row failed.
     *
     * @param what happened to how many, such as {@code proofs could not be drawn once more}
     * @param action what somebody has to do now, as a whole sentence
     */
    public void tell(Logger log, String what, String action) {
        if (count > 0) {
            String others = count > named.size() ? " and others" : "";
            log.error("{} {}: {}{}. {}", count, what, String.join(", ", named), others, action, first);
        }
    }
}
