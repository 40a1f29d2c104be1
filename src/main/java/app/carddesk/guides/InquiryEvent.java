package app.carddesk.guides;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/** Somebody closed an inquiry, or took that back. Published in the transaction of the act. */
record InquiryEvent(UUID subjectId, InquiryTopic topic, InquiryOutcome outcome, boolean undone)
        implements AuditedEvent {

    static InquiryEvent closed(UUID id, InquiryTopic topic, InquiryOutcome outcome) {
        return new InquiryEvent(id, topic, outcome, false);
    }

    static InquiryEvent undone(UUID id, InquiryTopic topic, InquiryOutcome outcome) {
        return new InquiryEvent(id, topic, outcome, true);
    }

    @Override
    public String act() {
        return undone ? "inquiry.undone" : "inquiry.closed";
    }

    @Override
    public String subjectKind() {
        return "inquiry";
    }

    @Override
    public String after() {
        return topic + ":" + outcome;
    }
}
