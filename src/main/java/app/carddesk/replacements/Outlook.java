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

    /** What is told here and was not when somebody looked; of what contradicts, also what does so with other facts. */
    Outlook newSince(Outlook seen) {
        Set<ReviewFlag> flags = EnumSet.noneOf(ReviewFlag.class);
        flags.addAll(before);
        flags.removeAll(seen.before());
        return new Outlook(
                flags,
                contradictions.stream()
                        .filter(found -> !seen.contradictions().contains(found))
                        .toList());
    }

    /** The same without what contradicts in a way that is flagged. */
    Outlook without(Set<ReviewFlag> flagged) {
        return new Outlook(
                before,
                contradictions.stream()
                        .filter(found -> !flagged.contains(ReviewFlag.of(found.kind())))
                        .toList());
    }

    public boolean isEmpty() {
        return before.isEmpty() && contradictions.isEmpty();
    }

    /** Every reason to look twice. */
    public Set<ReviewFlag> all() {
        Set<ReviewFlag> all = EnumSet.noneOf(ReviewFlag.class);
        all.addAll(before);
        contradictions.stream().map(found -> ReviewFlag.of(found.kind())).forEach(all::add);
        return all;
    }
}
