package app.carddesk.terms;

import app.carddesk.shared.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what a row has to say: the facts it saw, as far as they are known, and the steps that follow. */
final class Findings {

    private final Rule rule;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Findings(Rule rule) {
        this.rule = rule;
    }

    static Findings of(Rule rule) {
        return new Findings(rule);
    }

    /** A row that does not apply. */
    static Optional<Verdict.Reason> none() {
        return Optional.empty();
    }

    Findings saw(Fact... seen) {
        facts.addAll(List.of(seen));
        return this;
    }

    /** Notes a fact if its value is known. */
    <T> Findings sawIfKnown(@Nullable T value, Function<T, Fact> fact) {
        if (value != null) {
            facts.add(fact.apply(value));
        }
        return this;
    }

    /** If a fact is needed that nobody has given yet, notes that, and what to do about it. */
    Findings lacksIf(boolean unknown, Fact.Missing what, Step... remedies) {
        return unknown ? saw(new Fact.Unknown(what)).then(remedies) : this;
    }

    Findings then(Step... next) {
        steps.addAll(List.of(next));
        return this;
    }

    Findings thenIf(boolean condition, Step... next) {
        return condition ? then(next) : this;
    }

    boolean lacksNothing() {
        return facts.stream().noneMatch(Fact.Unknown.class::isInstance);
    }

    Optional<Verdict.Reason> reason() {
        return Optional.of(reason(null));
    }

    Verdict.Reason reason(@Nullable Worth amount) {
        return new Verdict.Reason(rule, facts, steps, rule.citations(), amount);
    }
}
