package app.carddesk.evidence;

import app.carddesk.shared.ProofKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The proofs of a case: keeps them, and records what people decide about each. */
@Service
public class Proofs {

    Proofs() {}

    /** All proofs of a case, oldest first. */
    public List<Proof> of(UUID owner) {
        throw new UnsupportedOperationException();
    }

    /** Accepts a proof; {@code serialSeen} says that the serial number can be read on it. */
    public void accept(UUID proof, boolean serialSeen) {
        throw new UnsupportedOperationException();
    }

    public void refuse(UUID proof, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Declares that a proof of this kind cannot be had. */
    public void declareUnobtainable(UUID owner, ProofKind kind, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes a declaration back. */
    public void withdrawDeclaration(UUID owner, ProofKind kind) {
        throw new UnsupportedOperationException();
    }

    /** Takes a proof out of the case; nothing of it is kept. */
    public void remove(UUID proof) {
        throw new UnsupportedOperationException();
    }
}
