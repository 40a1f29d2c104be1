package app.carddesk.guides;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/**
 * Somebody closed an inquiry, or took that back. Published in the transaction of the act.
 *
 * @param act {@code inquiry.closed} or {@code inquiry.undone}
 */
record InquiryEvent(String act, UUID subjectId, InquiryTopic topic, InquiryOutcome outcome) implements AuditedEvent {

    static InquiryEvent closed(UUID id, InquiryTopic topic, InquiryOutcome outcome) {
        return new InquiryEvent("inquiry.closed", id, topic, outcome);
    }

    static InquiryEvent undone(UUID id, InquiryTopic topic, InquiryOutcome outcome) {
        return new InquiryEvent("inquiry.undone", id, topic, outcome);
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
