package app.carddesk.evidence;

import java.util.UUID;

/** What evidence asks of the module its proofs belong to: who may see them, and whether more may be added. */
public interface ProofOwners {

    /** Whether the person signed in may see this owner's proofs. Asked on every request for a picture. */
    boolean maySee(UUID owner);

    /** Whether the person signed in may add, decide on and remove proofs now. */
    boolean mayChange(UUID owner);

    /** What people call the owner, for example a case number. */
    String nameOf(UUID owner);
}
