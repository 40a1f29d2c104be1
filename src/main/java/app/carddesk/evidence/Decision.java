package app.carddesk.evidence;

/** What became of an act on a proof. */
public sealed interface Decision {

    /** It is done; the proof as it stands now. */
    record Done(Proof proof) implements Decision {}

    /** Someone else was there first. Nothing was changed; the proof as it stands now. */
    record Stale(Proof now) implements Decision {}

    /** The proof, or the declaration, is not there any more. */
    record Gone() implements Decision {}

    /** The case takes no changes now. */
    record Closed() implements Decision {}

    /** It stands behind a request, and stays as it was for that. */
    record Held(String matter) implements Decision {}

    /** No picture can be drawn of the file here: nobody can have seen what it shows, so nobody says that it shows it. */
    record NothingToSee() implements Decision {}

    /** A reason is needed, and there was none. */
    record ReasonMissing() implements Decision {}

    /** The reason is longer than {@code limit} characters. */
    record ReasonTooLong(int limit) implements Decision {}

    /** The reason contains a redemption code, which is never kept. */
    record CodeInReason() implements Decision {}
}
