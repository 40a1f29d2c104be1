package app.carddesk.cases;

import app.carddesk.terms.Step;
import java.time.Instant;
import java.util.UUID;

/** A step that was taken with the customer. */
public record DoneStep(Step step, StepOutcome outcome, UUID by, Instant at) {}
