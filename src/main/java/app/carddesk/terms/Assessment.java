package app.carddesk.terms;

import java.util.ArrayList;
import java.util.List;

/** The verdict: a pure function from facts to an outcome with its reasons. */
public final class Assessment {

    private Assessment() {}

    /** Draws the verdict. Every row of the table that applies becomes a reason; the highest one gives the outcome. */
    public static Verdict of(Facts facts) {
        List<Verdict.Reason> reasons = new ArrayList<>();
        if (facts.card() == null) {
            reasons.add(new Verdict.Reason(
                    Rule.CARD_NOT_FOUND, List.of(), List.of(), Rule.CARD_NOT_FOUND.citations(), null));
        }
        return new Verdict(reasons);
    }
}
