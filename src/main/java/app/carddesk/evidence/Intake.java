package app.carddesk.evidence;

import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;

/** What became of a file that was given. */
public sealed interface Intake {

    /** It is kept, and waits to be looked at. */
    record Taken(Proof proof) implements Intake {}

    /** It was not taken, and nothing of it is left. */
    sealed interface Refused extends Intake {

        /** Whether giving the same file once more can help. */
        default boolean mayHelpToRetry() {
            return switch (this) {
                case Interrupted _, ScannerUnavailable _, StoreUnavailable _ -> true;
                case NotDrawn(var undrawable) -> undrawable instanceof Undrawable.Busy;
                case TooLarge _,
                        NotAPicture _,
                        CardNeedsPhoto _,
                        Infected _,
                        TooLargeToScan _,
                        CaseFull _,
                        PersonFull _,
                        Closed _ -> false;
            };
        }
    }

    /** More bytes than one file may have. */
    record TooLarge(long limitBytes) implements Refused {}

    /** Its content is neither a picture nor a PDF, whatever its name says. */
    record NotAPicture(FileType type) implements Refused {

        /** The translation key that names what it really is, with its article. */
        public String typeKey() {
            return type.key();
        }
    }

    /** A document where a side of a card must be shown. */
    record CardNeedsPhoto(FileType type) implements Refused {}

    /** Its type is taken, but no picture can be drawn of it. */
    record NotDrawn(Undrawable why) implements Refused {}

    /** The case holds as many pictures, or as many bytes, as it may. */
    record CaseFull(int maxFiles, long maxBytes) implements Refused {}

    /** The virus scanner found something in it. */
    record Infected() implements Refused {}

    /** The virus scanner does not answer, and nothing is taken in without it. */
    record ScannerUnavailable() implements Refused {}

    /** It is larger than the virus scanner takes. */
    record TooLargeToScan() implements Refused {}

    /** The store for evidence does not answer, or has no room. */
    record StoreUnavailable() implements Refused {}

    /** The person who gives it has given as many files, or bytes, as they may on one day. */
    record PersonFull(int maxFiles, long maxBytes) implements Refused {}

    /** The connection broke or the sender stopped before the file was whole. */
    record Interrupted() implements Refused {}

    /** The case takes no more proofs now. */
    record Closed() implements Refused {}
}
