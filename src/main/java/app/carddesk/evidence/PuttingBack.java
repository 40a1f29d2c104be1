package app.carddesk.evidence;

/** What became of putting a removed proof back. */
public sealed interface PuttingBack {

    /** It stands in the case as it did before. */
    record Done(Proof proof) implements PuttingBack {}

    /** Its time is over, or the case was closed meanwhile: nothing is left of it. */
    record TooLate() implements PuttingBack {}

    /** Somebody else removed it, and only they can put it back. */
    record RemovedByAnother() implements PuttingBack {}

    /** The same picture has come into the case since. */
    record SameAgain() implements PuttingBack {}

    /** The case has taken other pictures since, and has no room for this one: {@link Intake.CaseFull} tells why. */
    record NoRoom(Intake.CaseFull full) implements PuttingBack {}

    /** The case takes no changes now. */
    record Closed() implements PuttingBack {}
}
