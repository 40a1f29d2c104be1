package app.carddesk.notices;

/** Why somebody is told something. */
public enum NoticeKind {
    /** A note on a case names them. */
    MENTIONED,
    /** Somebody else gave them a case. */
    CASE_ASSIGNED,
    REQUEST_APPROVED,
    REQUEST_RETURNED,
    REQUEST_REFUSED,
    /** Somebody wants the code of a replacement of theirs sent elsewhere, or once more. */
    CODE_ADDRESS_ASKED,
    CODE_ADDRESS_APPROVED,
    CODE_ADDRESS_REFUSED,
    /** They promised to call a customer, and it is time. */
    CALL_BACK_DUE,
    /** A letter of their case could not be delivered. */
    LETTER_CAME_BACK,
    /** A customer answered a letter of their case. */
    REPLY_ARRIVED,
    /** Something that took long, and that they began, has ended. */
    IMPORT_ENDED,
    /** Sign-ins fail as if somebody tried out names or passwords. */
    PASSWORDS_GUESSED,
    /** Somebody's import brings money, and they can be the second person. */
    IMPORT_TO_CONFIRM,
    /** Their import was turned down, or nobody confirmed it in time. */
    IMPORT_NOT_TAKEN
}
