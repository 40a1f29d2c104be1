package app.carddesk.cases.conversation;

/** Where a conversation comes to. */
public enum Ending {
    /** A step helped: the case can be closed. */
    SOLVED,
    /** Everything is there for a replacement (terms, section 8). */
    REPLACEMENT,
    /** Nothing that can be done with the customer helps: a supervisor takes over (the articles). */
    PERSON
}
