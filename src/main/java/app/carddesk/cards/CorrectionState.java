package app.carddesk.cards;

/** Where a correction stands. */
public enum CorrectionState {
    /** Waits for a second supervisor. */
    ASKED,
    /** Carried out: the entry is posted. */
    CONFIRMED,
    REFUSED,
    /** Taken back by whoever asked. */
    WITHDRAWN
}
