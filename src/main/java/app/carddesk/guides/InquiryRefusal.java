package app.carddesk.guides;

/** Why an inquiry was not closed, or its closing not undone. */
public enum InquiryRefusal {
    NOTE_TOO_LONG,
    /** The note holds something that looks like a redemption code; those are never kept. */
    NOTE_HOLDS_CODE,
    /** The note holds an address or a number by which somebody could be reached; it belongs to no customer. */
    NOTE_IS_PERSONAL,
    /** It is not open any more, for example because it was closed in another window. */
    NOT_OPEN,
    /** Closing can be undone for {@link Inquiry#UNDO} only. */
    TOO_LATE,
    UNDONE_BEFORE
}
