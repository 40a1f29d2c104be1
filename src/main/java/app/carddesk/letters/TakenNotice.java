package app.carddesk.letters;

import app.carddesk.cases.CaseNumber;

/** What came of a mail system's notice. */
public sealed interface TakenNotice {

    /** The letter has come back. */
    record CameBack(CaseNumber number, BounceReason reason) implements TakenNotice {}

    /** The letter is still on its way, which is only noted. */
    record Delayed(CaseNumber number) implements TakenNotice {}

    /** It is known already, or tells of nothing that matters. */
    record NothingNew(CaseNumber number) implements TakenNotice {}

    /** The case of its letter is about whoever gives it. */
    record OwnCase() implements TakenNotice {}

    /** It is about no letter that was sent from here. */
    record NotOurs() implements TakenNotice {}
}
