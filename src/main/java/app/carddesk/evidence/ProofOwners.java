package app.carddesk.evidence;

import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What evidence asks of the module its proofs belong to: who may see them, and whether more may be added. */
public interface ProofOwners {

    /** Whether the person signed in may see this owner's proofs. Asked on every request for a picture. */
    boolean maySee(UUID owner);

    /** Whether the person signed in may add, decide on and remove proofs now. */
    boolean mayChange(UUID owner);

    /**
     * Holds an owner until the running transaction ends. Whoever holds it is alone in changing its proofs, and in asking
     * and deciding by them; it is taken before anything else is.
     */
    void hold(UUID owner);

    /** The serial number the owner is about now, which is what its proofs have to prove; empty while there is none. */
    Optional<String> serial(UUID owner);

    /** What people call the owner, for example a case number. */
    String nameOf(UUID owner);

    /** The kinds of pictures this owner needs, in the order they are asked for; never the serial number. */
    List<ProofKind> needed(UUID owner);

    /** The customer's language, if that is known. */
    Optional<Language> language(UUID owner);
}
