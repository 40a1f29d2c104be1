package app.carddesk.replacements;

/** What came of an act on a request. */
public sealed interface Handled {

    /**
     * @param request the request as it stands now
     * @param reached the state this act brought it to; later acts may have moved it on when the same key asks again
     */
    record Done(ReplacementRequest request, RequestState reached) implements Handled {}

    /** Nothing was changed. */
    record Refused(Refusal why) implements Handled {}
}
