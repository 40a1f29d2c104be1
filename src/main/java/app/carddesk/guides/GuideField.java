package app.carddesk.guides;

/** The parts of a guide that are searched; what is found in an earlier one counts for more. */
public enum GuideField {
    TITLE,
    KEYWORDS,
    SUMMARY,
    BODY
}
