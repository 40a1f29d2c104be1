package app.carddesk.replacements;

/** On what a replacement rests. */
public enum Basis {
    /** Within the agent's limit and without a reason to look twice: nobody decided; supervisors sample afterwards. */
    WITHIN_LIMIT,
    /** Someone other than the requester decided. */
    DECIDED
}
