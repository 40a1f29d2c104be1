package app.carddesk.guides;

/** What guides stand together on their page, in this order. */
public enum GuideGroup {
    /** One for each problem that customers report. */
    PROBLEM,
    /** One for each kind of card or code. */
    KIND,
    /** Where the serial number stands on the back. */
    PREFIX,
    /** What each section of the terms means at the desk. */
    TERMS,
    /** What else customers ask about. */
    TOPIC
}
