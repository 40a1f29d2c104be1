package app.carddesk.guides;

/** What became of an inquiry. */
public enum InquiryOutcome {
    /** The customer has the answer. */
    ANSWERED,
    /** The customer was shown the way and does the rest alone. */
    GUIDED,
    /** Somebody else goes on with it. */
    HANDED_OVER,
    /** The customer is called back. */
    CALL_BACK,
    /** The customer left before there was an answer. */
    BROKEN_OFF
}
