package app.carddesk.cases;

/** What came of moving a case to another state. */
public sealed interface Moving {

    record Moved(CaseState to) implements Moving {}

    /** Somebody else moved it first. */
    record Stale(CaseState current) implements Moving {}

    /** The case is about the person signed in: somebody else works on it. */
    record OwnCase() implements Moving {}

    /** People cannot do this: a case waits for review, and leaves it, only through its request. */
    record NotAllowed() implements Moving {}
}
