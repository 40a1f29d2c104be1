package app.carddesk.letters;

import java.time.Instant;

/** How the mailbox stands that mail comes back to. */
public sealed interface InboxState {

    /** None is named. */
    record Off() implements InboxState {}

    /** It has not been looked into since the start. */
    record NotYet() implements InboxState {}

    /** @param left how many mails Carddesk left for a person since it started */
    record Fine(Instant lookedAt, int left) implements InboxState {}

    /** It cannot be looked into. */
    record Failing(Instant since, Trouble why) implements InboxState {}

    /** Why a mailbox cannot be looked into. */
    enum Trouble {
        UNREACHABLE,
        SIGN_IN,
        /** There is no such folder. */
        FOLDER
    }
}
