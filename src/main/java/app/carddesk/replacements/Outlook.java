package app.carddesk.replacements;

import app.carddesk.cases.Contradiction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a request would meet now.
 *
 * @param before the reasons to look twice that lie in what went before
 * @param contradictions what does not fit in the case, each of them a reason too
 */
public record Outlook(Set<ReviewFlag> before, List<Contradiction> contradictions) {

    public Outlook {
        before = Set.copyOf(before);
        contradictions = List.copyOf(contradictions);
    }

    /** Every reason to look twice. */
    public Set<ReviewFlag> all() {
        Set<ReviewFlag> all = EnumSet.noneOf(ReviewFlag.class);
        all.addAll(before);
        contradictions.stream().map(found -> ReviewFlag.of(found.kind())).forEach(all::add);
        return all;
    }
}
