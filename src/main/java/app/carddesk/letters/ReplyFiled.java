package app.carddesk.letters;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/**
 * A customer's answer was filed to a case. Published in the transaction of the filing; its words are not told.
 *
 * @param files how many files came with it
 */
record ReplyFiled(UUID subjectId, UUID caseId, int files) implements AuditedEvent {

    @Override
    public String act() {
        return "reply.filed";
    }

    @Override
    public String subjectKind() {
        return "reply";
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public String after() {
        return String.valueOf(files);
    }
}
