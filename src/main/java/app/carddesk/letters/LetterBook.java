package app.carddesk.letters;

import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what was done with a letter to its case and to the audit trail, in the transaction of the act. */
@Component
class LetterBook {

    private final CaseFile cases;
    private final ApplicationEventPublisher events;

    LetterBook(CaseFile cases, ApplicationEventPublisher events) {
        this.cases = cases;
        this.events = events;
    }

    /**
     * @param address personal, and sealed by the timeline
     * @param words what somebody wrote
     */
    void tell(Letter letter, LetterAct done, @Nullable String address, @Nullable String words, @Nullable Enum<?> why) {
        cases.record(letter.caseId(), done.key(), Canonical.enumeration(letter.kind()), address, words);
        events.publishEvent(LetterChanged.of(letter, done, why));
    }

    /** Tells that a letter came back, and why; what the mail system said stays with the letter. */
    void tellBounced(Letter letter, BounceReason why) {
        cases.record(
                letter.caseId(),
                LetterAct.BOUNCED.key(),
                Canonical.enumeration(letter.kind()),
                Canonical.enumeration(why),
                null);
        events.publishEvent(LetterChanged.of(letter, LetterAct.BOUNCED, why));
    }

    /** Tells the audit trail alone. */
    void audit(Letter letter, LetterAct done) {
        events.publishEvent(LetterChanged.of(letter, done, null));
    }
}
