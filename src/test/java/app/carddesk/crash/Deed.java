package app.carddesk.crash;

import static app.carddesk.crash.Trace.AUDIT_DECIDED;
import static app.carddesk.crash.Trace.AUDIT_ISSUED;
import static app.carddesk.crash.Trace.AUDIT_MADE;
import static app.carddesk.crash.Trace.AUDIT_REFUSED;
import static app.carddesk.crash.Trace.AUDIT_WAITING;
import static app.carddesk.crash.Trace.CASE_REVIEWED;
import static app.carddesk.crash.Trace.CASE_SOLVED;
import static app.carddesk.crash.Trace.DECISION;
import static app.carddesk.crash.Trace.ENTRY;
import static app.carddesk.crash.Trace.ISSUED;
import static app.carddesk.crash.Trace.KEY;
import static app.carddesk.crash.Trace.LETTER_ISSUED;
import static app.carddesk.crash.Trace.LETTER_REFUSED;
import static app.carddesk.crash.Trace.NEW_CARD;
import static app.carddesk.crash.Trace.OLD_CARD;
import static app.carddesk.crash.Trace.PENDING;
import static app.carddesk.crash.Trace.REFUSED;
import static app.carddesk.crash.Trace.REPLACEMENT;
import static app.carddesk.crash.Trace.STOCK_TAKEN;
import static app.carddesk.crash.Trace.TOLD_DECIDED;
import static app.carddesk.crash.Trace.TOLD_ISSUED;
import static app.carddesk.crash.Trace.TOLD_MADE;
import static app.carddesk.crash.Trace.TOLD_WAITING;
import static app.carddesk.crash.Trace.WAITING;

import java.util.EnumMap;
import java.util.Map;

/** An act that is killed, and all it changes: nothing of this, or everything. */
public enum Deed {
    /** Asked for within the limit: issued and its letter queued in the same transaction. */
    REQUEST_WITHIN_LIMIT(issuing(), add(KEY, TOLD_MADE, AUDIT_MADE)),
    /** Asked for above the limit: waits for a decision. */
    REQUEST_ABOVE_LIMIT(add(KEY, PENDING, CASE_REVIEWED, TOLD_MADE, AUDIT_MADE)),
    REFER(add(KEY, PENDING, CASE_REVIEWED, TOLD_MADE, AUDIT_MADE)),
    APPROVE(issuing(), add(KEY, DECISION, TOLD_DECIDED, AUDIT_DECIDED), take(PENDING, CASE_REVIEWED)),
    REFUSE(
            add(KEY, REFUSED, DECISION, TOLD_DECIDED, AUDIT_DECIDED, AUDIT_REFUSED, LETTER_REFUSED),
            take(PENDING, CASE_REVIEWED)),
    APPROVE_WITHOUT_STOCK(
            add(KEY, WAITING, DECISION, TOLD_DECIDED, AUDIT_DECIDED, TOLD_WAITING, AUDIT_WAITING),
            take(PENDING, CASE_REVIEWED)),
    /** Tried again from the case, with stock by now. Has no key, being harmless to repeat. */
    RETRY(issuing(), take(WAITING)),
    /** Stock arrives for what waits. Has no key either. */
    STOCK_ARRIVES(issuing(), take(WAITING));

    private final Map<Trace, Integer> changes = new EnumMap<>(Trace.class);

    @SafeVarargs
    Deed(Map<Trace, Integer>... changes) {
        for (Map<Trace, Integer> some : changes) {
            some.forEach((trace, by) -> this.changes.merge(trace, by, Integer::sum));
        }
    }

    Map<Trace, Integer> changes() {
        return changes;
    }

    /** The state the act says it reached. */
    String reached() {
        return switch (this) {
            case REQUEST_WITHIN_LIMIT, APPROVE, RETRY, STOCK_ARRIVES -> "ISSUED";
            case REQUEST_ABOVE_LIMIT, REFER -> "PENDING";
            case REFUSE -> "REFUSED";
            case APPROVE_WITHOUT_STOCK -> "WAITING_FOR_STOCK";
        };
    }

    /** Whether Carddesk does it by itself when it starts, so that nothing waits for stock that is there. */
    public boolean isDoneAtStart() {
        return this == RETRY || this == STOCK_ARRIVES;
    }

    private static Map<Trace, Integer> issuing() {
        return add(
                ISSUED,
                REPLACEMENT,
                ENTRY,
                OLD_CARD,
                NEW_CARD,
                STOCK_TAKEN,
                LETTER_ISSUED,
                CASE_SOLVED,
                TOLD_ISSUED,
                AUDIT_ISSUED);
    }

    private static Map<Trace, Integer> add(Trace... traces) {
        return each(1, traces);
    }

    private static Map<Trace, Integer> take(Trace... traces) {
        return each(-1, traces);
    }

    private static Map<Trace, Integer> each(int by, Trace... traces) {
        Map<Trace, Integer> changes = new EnumMap<>(Trace.class);
        for (Trace trace : traces) {
            changes.put(trace, by);
        }
        return changes;
    }
}
