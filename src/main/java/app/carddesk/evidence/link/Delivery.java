package app.carddesk.evidence.link;

import app.carddesk.evidence.Intake;

/** What became of a file that was sent by a link. */
sealed interface Delivery {

    /** It was looked at. */
    record Answered(Intake intake) implements Delivery {}

    /** The link has taken as much as it may, or as much is on its way. */
    record LinkFull() implements Delivery {}

    /** The link is not open for this phone. */
    record NotAllowed(Visit why) implements Delivery {}
}
