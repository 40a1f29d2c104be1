package app.carddesk.cards;

/** What came of an act on a correction. */
public sealed interface Correcting {

    /**
     * @param correction as it stands now
     * @param reached the state this act brought it to
     */
    record Done(Correction correction, CorrectionState reached) implements Correcting {}

    /** Nothing was changed. */
    record Refused(CorrectionRefusal why) implements Correcting {}
}
