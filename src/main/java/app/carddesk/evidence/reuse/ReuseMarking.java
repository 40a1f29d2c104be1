package app.carddesk.evidence.reuse;

/** What became of calling a reuse harmless. */
public sealed interface ReuseMarking {

    /** It is quiet now. */
    record Done() implements ReuseMarking {}

    /** Somebody said so before, or one of the two proofs is gone. */
    record Gone() implements ReuseMarking {}

    /** The case takes no more decisions. */
    record Closed() implements ReuseMarking {}

    /** It needs a reason. */
    record ReasonMissing() implements ReuseMarking {}

    /** @param limit the most characters */
    record ReasonTooLong(int limit) implements ReuseMarking {}

    /** The reason holds a redemption code, which is written down nowhere. */
    record CodeInReason() implements ReuseMarking {}
}
