package app.carddesk.evidence;

/** What became of covering a region. */
public sealed interface Covering {

    /** It is covered in everything that is kept; the proof as it stands now. */
    record Done(Proof proof) implements Covering {}

    /** The page is not there any more. */
    record Gone() implements Covering {}

    /** The case takes no changes now. */
    record Closed() implements Covering {}

    /** The proof stands behind a request, and stays as it was for that. */
    record Held(String matter) implements Covering {}

    /** Others changed the same picture so often meanwhile that this one never had its turn. Nothing was changed. */
    record Busy() implements Covering {}
}
