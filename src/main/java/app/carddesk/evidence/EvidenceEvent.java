package app.carddesk.evidence;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/** Something happened to the evidence of a case. Published in the transaction of the change. */
public interface EvidenceEvent extends AuditedEvent, EvidenceNotice {

    @Override
    default String subjectKind() {
        return "case";
    }

    @Override
    default UUID subjectId() {
        return owner();
    }
}
