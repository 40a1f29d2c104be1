package app.carddesk.terms;

import app.carddesk.shared.Worth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case comes to: the outcome of the highest row of the table that applies, and every row that applies as a
 * reason.
 *
 * @param reasons in the order of the table; the first one is the main one
 */
public record Verdict(List<Reason> reasons) {

    public Verdict {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A verdict has at least one reason");
        }
        reasons = List.copyOf(reasons);
    }

    public Reason main() {
        return reasons.getFirst();
    }

    public Outcome outcome() {
        return main().outcome();
    }

    /** What a replacement would carry, read from the ledger; null unless the outcome is a replacement. */
    public @Nullable Worth amount() {
        return outcome() == Outcome.REPLACE ? main().amount() : null;
    }

    /**
     * One row of the table that applies.
     *
     * @param rule the row
     * @param facts what was looked at and what it was, for the page to put into words
     * @param steps what to do now
     * @param citations where this stands
     * @param amount the unused balance, where a replacement is due
     */
    public record Reason(
            Rule rule,
            List<Fact> facts,
            List<Step> steps,
            Set<Citation> citations,
            @Nullable Worth amount) {

        public Reason {
            facts = List.copyOf(facts);
            steps = List.copyOf(steps);
        }

        public Outcome outcome() {
            return rule.outcome();
        }
    }
}
