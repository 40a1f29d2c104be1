package app.carddesk.evidence;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Asks the module the proofs belong to. Where there is none, nobody may do anything. */
@Component
class OwnerCheck {

    private final ObjectProvider<ProofOwners> owners;

    OwnerCheck(ObjectProvider<ProofOwners> owners) {
        this.owners = owners;
    }

    boolean maySee(UUID owner) {
        ProofOwners module = owners.getIfAvailable();
        return module != null && module.maySee(owner);
    }

    /** @throws AccessDeniedException if the person signed in may not see the proofs of this owner */
    void requireSee(UUID owner) {
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
    boolean mayChange(UUID owner) {
        requireSee(owner);
        ProofOwners module = owners.getIfAvailable();
        return module != null && module.mayChange(owner);
    }
}
