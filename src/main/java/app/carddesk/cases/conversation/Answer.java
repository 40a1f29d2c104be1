package app.carddesk.cases.conversation;

import app.carddesk.cases.CaseField;
import app.carddesk.cases.StepOutcome;

/** Something the customer can answer, and where it leads. A supervisor can be asked at every turn besides. */
public sealed interface Answer {

    /** Keeps what became of the step. */
    record Keep(StepOutcome outcome) implements Answer {}

    /** Writes a fact into the case. */
    record Write<T>(CaseField<T> field, T value) implements Answer {}

    /** The answer belongs into a field on the page: a day, or a country out of many. */
    record FillIn(CaseField<?> field) implements Answer {}

    /** The card can be named now. */
    record NameCard() implements Answer {}

    /** What the customer sends is taken in with the proofs. */
    record TakeProof() implements Answer {}
}
