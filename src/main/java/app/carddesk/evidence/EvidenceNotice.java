package app.carddesk.evidence;

import java.util.UUID;

/** Something about the evidence of a case that open screens want to know. Published in the transaction of the change. */
public interface EvidenceNotice {

    /** The case. */
    UUID owner();
}
