package app.carddesk.evidence;

import app.carddesk.shared.ProofKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a case stands with the proofs it needs: the best of each kind. */
public final class ProofSummary {

    private final Map<ProofKind, Standing> standings;

    private ProofSummary(Map<ProofKind, Standing> standings) {
        this.standings = Collections.unmodifiableMap(standings);
    }

    /** Where a kind of proof stands; a later constant is better than an earlier one. */
    public enum Standing {
        MISSING,
        REFUSED,
        /** Given, and not yet looked at. */
        WAITING,
        UNOBTAINABLE,
        ACCEPTED
    }

    /**
     * Sums up proofs. The serial number is accepted when it was seen on any accepted picture, whatever its kind.
     *
     * @param needed the kinds that are needed; others are left out
     */
    public static ProofSummary of(List<Proof> proofs, List<ProofKind> needed) {
        Map<ProofKind, Standing> standings = new EnumMap<>(ProofKind.class);
        for (ProofKind kind : needed) {
            standings.put(kind, Standing.MISSING);
        }
        for (Proof proof : proofs) {
            standings.computeIfPresent(proof.kind(), (kind, standing) -> better(standing, standing(proof)));
            if (proof.state() == Proof.State.ACCEPTED && proof.showsSerial()) {
                standings.computeIfPresent(ProofKind.SERIAL, (kind, standing) -> Standing.ACCEPTED);
            }
        }
        return new ProofSummary(standings);
    }

    /** Where a kind stands; missing if it was not among the needed ones. */
    public Standing of(ProofKind kind) {
        return standings.getOrDefault(kind, Standing.MISSING);
    }

    /** The needed kinds with where each stands. */
    public Map<ProofKind, Standing> all() {
        return standings;
    }

    private static Standing standing(Proof proof) {
        return switch (proof.state()) {
            case NEW -> Standing.WAITING;
            case ACCEPTED -> Standing.ACCEPTED;
            case REFUSED -> Standing.REFUSED;
            case UNOBTAINABLE -> Standing.UNOBTAINABLE;
        };
    }

    private static Standing better(Standing one, Standing other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
