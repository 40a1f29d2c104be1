package app.carddesk.cases.conversation;

import app.carddesk.cases.CaseField;
import app.carddesk.cases.StepOutcome;
import app.carddesk.terms.Citation;
import app.carddesk.terms.Rule;
import app.carddesk.terms.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the conversation: something to ask or say, and the answers to it.
 *
 * @param field the field that holds the answer, of questions about facts
 * @param again whether a fact that is known is asked for anew, because the customer tried elsewhere since
 * @param outcome what became of it, once it was done
 * @param because the row of the verdict that asks for it, if one does
 * @param citations where it stands
 * @param answers in the order they are offered; none of a turn that is past
 */
public record Turn(
        Step step,
        Standing standing,
        @Nullable CaseField<?> field,
        boolean again,
        @Nullable StepOutcome outcome,
        @Nullable Rule because,
        Set<Citation> citations,
        List<Answer> answers) {

    public Turn {
        answers = List.copyOf(answers);
    }

    /** Whether it lies behind, is in hand, or may follow. */
    public enum Standing {
        PAST,
        CURRENT,
        LATER
    }
}
