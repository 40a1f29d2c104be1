package app.carddesk.letters;

/** What a letter tells the customer. */
public enum LetterKind {
    REPLACEMENT_ISSUED,
    REQUEST_REFUSED
}
