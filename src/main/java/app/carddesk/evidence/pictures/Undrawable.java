package app.carddesk.evidence.pictures;

/** Why no picture was drawn of a file. */
public sealed interface Undrawable {

    /** It cannot be read to the end, or its reader failed in whatever way. */
    record Broken() implements Undrawable {}

    /** More pixels than one picture may have, by its own header. */
    record TooManyPixels(long pixels, long limit) implements Undrawable {}

    /** It took longer to read than a file may. */
    record TookTooLong() implements Undrawable {}

    /** So many files are being worked on that this one had no turn. */
    record Busy() implements Undrawable {}

    /** Nothing on this machine can draw this type; the file itself is fine. */
    record NoConverter(FileType type) implements Undrawable {}

    /** A document that is protected by a password, or encrypted at all. */
    record Encrypted() implements Undrawable {}

    /** A document that does more than being read: scripts, forms that fill themselves, attachments, outside files. */
    record Active() implements Undrawable {}

    /** A document of more pages than one may have. */
    record TooManyPages(int pages, int limit) implements Undrawable {}
}
