package app.carddesk.replacements;

/** What a decision came to. */
public enum DecisionOutcome {
    APPROVED,
    RETURNED,
    REFUSED
}
