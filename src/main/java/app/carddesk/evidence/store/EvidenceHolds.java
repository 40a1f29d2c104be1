package app.carddesk.evidence.store;

import java.util.UUID;

/** Keeps every content where it is for as long as somebody copies them. */
public interface EvidenceHolds {

    /** Holds for an hour from now; to be called again before that is over. */
    void hold(UUID id);

    /** Lets go; the next sweep removes what could not be removed meanwhile. */
    void release(UUID id);
}
