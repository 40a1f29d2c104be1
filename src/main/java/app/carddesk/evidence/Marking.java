package app.carddesk.evidence;

/** What became of marking a region, or of taking a mark back. */
public sealed interface Marking {

    /** It is done; the mark as it stands, or stood until now. */
    record Done(ProofMark mark) implements Marking {}

    /** The page, or the mark, is not there any more. */
    record Gone() implements Marking {}

    /** The case takes no changes now. */
    record Closed() implements Marking {}

    /** The proof stands behind a request, and the mark was on it then. */
    record Held(String matter) implements Marking {}

    /** The page has as many marks as it may. */
    record TooMany(int limit) implements Marking {}

    /** The note is longer than {@code limit} characters. */
    record NoteTooLong(int limit) implements Marking {}

    /** The note contains a redemption code, which is never kept. */
    record CodeInNote() implements Marking {}
}
