package app.carddesk.replacements;

/** Why a request was made. */
public enum RequestKind {
    /** The verdict says that a replacement is due (terms, section 8). */
    REPLACEMENT,
    /** The verdict says something else, or the agent wants a supervisor to look. */
    REFERRAL
}
