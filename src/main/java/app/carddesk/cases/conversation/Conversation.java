package app.carddesk.cases.conversation;

import app.carddesk.cases.StepOutcome;
import app.carddesk.terms.Assessment;
import app.carddesk.terms.Citation;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Step;
import app.carddesk.terms.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with the customer about a case as it stands: what was done, the one thing to do now, and what may
 * follow. A pure function of the facts and of what was done. Whatever is answered, it comes to an {@link Ending}.
 *
 * @param turns what is past, then the turn in hand, then what may follow
 * @param ending where it has come to; null while a turn is in hand
 */
public record Conversation(List<Turn> turns, @Nullable Ending ending) {

    /** The articles name these steps for the reported problems, whatever a verdict says. */
    private static final Set<Citation> ARTICLES = EnumSet.of(Citation.ARTICLE_SE, Citation.ARTICLE_NO);

    public Conversation {
        turns = List.copyOf(turns);
    }

    /**
     * The conversation about a case.
     *
     * @param facts what the case's verdict is drawn from, which knows the same steps as done
     * @param done what became of each step that was taken
     */
    public static Conversation of(Facts facts, Map<Step, StepOutcome> done) {
        Verdict verdict = Assessment.of(facts);
        // Finding the card helps to go on; it solves nothing yet.
        boolean solved = done.entrySet().stream()
                .anyMatch(one -> one.getValue() == StepOutcome.HELPED && one.getKey() != Step.PROPOSE_LOOK_ALIKES);
        List<Turn> turns = new ArrayList<>();
        boolean inHand = false;
        List<Script.Line> script = Script.of(facts, done);
        // What was taken before the facts took another turn is still told, and can still be undone.
        done.keySet().stream()
                .filter(step -> script.stream().noneMatch(line -> line.step() == step))
                .forEach(step ->
                        turns.add(turn(new Script.Line(step, false), Turn.Standing.PAST, facts, done, verdict)));
        for (Script.Line line : script) {
            boolean open = Script.isOpen(line, facts, done);
            if (open && solved) {
                continue;
            }
            Turn.Standing standing = !open ? Turn.Standing.PAST : inHand ? Turn.Standing.LATER : Turn.Standing.CURRENT;
            inHand |= open;
            turns.add(turn(line, standing, facts, done, verdict));
        }
        return new Conversation(inOrder(turns), inHand ? null : ending(solved, verdict));
    }

    /** The turn in hand, if there is one. */
    public Optional<Turn> current() {
        return in(Turn.Standing.CURRENT).stream().findFirst();
    }

    /** The turns that stand so, in their order. */
    public List<Turn> in(Turn.Standing standing) {
        return turns.stream().filter(turn -> turn.standing() == standing).toList();
    }

    private static Turn turn(
            Script.Line line, Turn.Standing standing, Facts facts, Map<Step, StepOutcome> done, Verdict verdict) {
        Step step = line.step();
        Optional<Verdict.Reason> reason = verdict.reasons().stream()
                .filter(one -> one.steps().contains(step))
                .findFirst();
        return new Turn(
                step,
                standing,
                Question.of(step).map(Question::field).orElse(null),
                line.again(),
                done.get(step),
                reason.map(Verdict.Reason::rule).orElse(null),
                reason.map(Verdict.Reason::citations).orElse(ARTICLES),
                standing == Turn.Standing.PAST ? List.of() : Answers.to(step, line.again(), facts));
    }

    private static List<Turn> inOrder(List<Turn> turns) {
        List<Turn> ordered = new ArrayList<>();
        for (Turn.Standing standing : Turn.Standing.values()) {
            turns.stream().filter(turn -> turn.standing() == standing).forEach(ordered::add);
        }
        return ordered;
    }

    private static Ending ending(boolean solved, Verdict verdict) {
        if (solved) {
            return Ending.SOLVED;
        }
        return verdict.outcome() == Outcome.REPLACE ? Ending.REPLACEMENT : Ending.PERSON;
    }
}
