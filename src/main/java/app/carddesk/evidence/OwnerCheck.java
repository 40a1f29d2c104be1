package app.carddesk.evidence;

import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Asks the module the proofs belong to. Where there is none, nobody may do anything. */
@Component
public class OwnerCheck {

    private final ObjectProvider<ProofOwners> owners;

    OwnerCheck(ObjectProvider<ProofOwners> owners) {
        this.owners = owners;
    }

    public boolean maySee(UUID owner) {
        ProofOwners module = owners.getIfAvailable();
        return module != null && module.maySee(owner);
    }

    /** @throws AccessDeniedException if the person signed in may not see the proofs of this owner */
    public void requireSee(UUID owner) {
        if (!maySee(owner)) {
            throw new AccessDeniedException("Not allowed to see these proofs");
        }
    }

    /** What people call the owner. */
    String nameOf(UUID owner) {
        return owners.getObject().nameOf(owner);
    }

    /**
     * Whether proofs may be added and decided on now.
     *
     * @throws AccessDeniedException if the person signed in may not even see them
     */
    public boolean mayChange(UUID owner) {
        requireSee(owner);
        ProofOwners module = owners.getIfAvailable();
        return module != null && module.mayChange(owner);
    }

    /**
     * As {@link #mayChange}, with the owner held until the running transaction ends: so it stays as it is asked.
     *
     * @throws AccessDeniedException if the person signed in may not even see them
     */
    public boolean mayChangeHeld(UUID owner) {
        requireSee(owner);
        ProofOwners module = owners.getObject();
        module.hold(owner);
        return module.mayChange(owner);
    }

    /** The serial number the owner is about now; empty text while there is none. */
    String serial(UUID owner) {
        ProofOwners module = owners.getIfAvailable();
        return module == null ? "" : module.serial(owner).orElse("");
    }

    /** The kinds of pictures this owner needs, in the order they are asked for. */
    public List<ProofKind> needed(UUID owner) {
        requireSee(owner);
        ProofOwners module = owners.getIfAvailable();
        return module == null ? List.of() : module.needed(owner);
    }

    /** The customer's language, if that is known. */
    public Optional<Language> language(UUID owner) {
        requireSee(owner);
        ProofOwners module = owners.getIfAvailable();
        return module == null ? Optional.empty() : module.language(owner);
    }
}
