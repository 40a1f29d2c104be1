package app.carddesk.replacements;

import app.carddesk.evidence.ProofChanged;
import app.carddesk.evidence.ProofHolds;
import app.carddesk.evidence.ProofHolds.Extent;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds the proofs a request stands on, in the transaction of each step it takes: from the moment it is made, through
 * every decision, to the replacement and beyond. Only a request that is taken back before anybody decided lets them go.
 */
@Component
class HeldEvidence {

    private final RequestRows rows;
    private final ProofHolds holds;

    HeldEvidence(RequestRows rows, ProofHolds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @EventListener
    void on(RequestChanged changed) {
        switch (changed.now()) {
            case PENDING -> hold(changed.request(), Extent.COUNTING);
            case WITHDRAWN -> {
                if (request(changed.request()).decisions().isEmpty()) {
                    holds.release(changed.request());
                }
            }
            case RETURNED, WAITING_FOR_STOCK, ISSUED, REFUSED -> {}
        }
    }

    @EventListener
    void on(RequestDecided decided) {
        Extent extent = switch (decided.outcome()) {
            case APPROVED, REFUSED -> Extent.ALL_BUT_REFUSED;
            // The question may well be about a picture nobody has accepted; what counts is held already.
            case RETURNED -> Extent.COUNTING;
        };
        hold(decided.subjectId(), extent);
    }

    @EventListener
    void on(ReplacementIssued issued) {
        hold(issued.request(), Extent.ALL_BUT_REFUSED);
    }

    /** What comes to count while a request waits is part of what will be decided on. */
    @EventListener
    void on(ProofChanged changed) {
        boolean counts = changed.what() == ProofChanged.What.ACCEPTED
                || changed.what() == ProofChanged.What.DECLARED_UNOBTAINABLE;
        if (counts) {
            rows.live(changed.owner(), null)
                    .filter(live ->
                            live.state() == RequestState.PENDING || live.state() == RequestState.WAITING_FOR_STOCK)
                    .ifPresent(live -> hold(live, Extent.COUNTING));
        }
    }

    private void hold(UUID request, Extent extent) {
        hold(request(request), extent);
    }

    private void hold(ReplacementRequest request, Extent extent) {
        holds.hold(request.caseId(), request.id(), request.number().toString(), extent);
    }

    private ReplacementRequest request(UUID id) {
        return rows.find(id).orElseThrow();
    }
}
