package app.carddesk.evidence;

/** What became of a file that was given. */
public sealed interface Intake {

    /** It is kept, and waits to be looked at. */
    record Taken(Proof proof) implements Intake {}

    /** It was not taken, and nothing of it is left. */
    sealed interface Refused extends Intake {}

    /** More bytes than one file may have. */
    record TooLarge(long limitBytes) implements Refused {}

    /** Its content is something else than a JPEG or PNG picture, whatever its name says. */
    record NotAPicture(FileType type) implements Refused {}

    /** A picture by its first bytes, but it cannot be read to the end. */
    record Broken() implements Refused {}

    /** More pixels than one picture may have, by its own header. */
    record TooManyPixels(long pixels, long limit) implements Refused {}

    /** It took longer to read than a picture may. */
    record TookTooLong() implements Refused {}

    /** So many pictures are being worked on that this one had no turn. */
    record Busy() implements Refused {}

    /** The case holds as many pictures, or as many bytes, as it may. */
    record CaseFull(int maxFiles, long maxBytes) implements Refused {}

    /** The connection broke or the sender stopped before the file was whole. */
    record Interrupted() implements Refused {}

    /** The case takes no more proofs now. */
    record Closed() implements Refused {}
}
