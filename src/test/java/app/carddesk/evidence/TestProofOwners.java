package app.carddesk.evidence;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets tests say who may see and change the owners they made; every other owner is asked of the module it belongs to,
 * where there is one.
 */
@Component
@Primary
@Profile("test")
public class TestProofOwners implements ProofOwners {

    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final ObjectProvider<ProofOwners> others;

    TestProofOwners(ObjectProvider<ProofOwners> others) {
        this.others = others;
    }

    /** An owner of the test's own, open to everyone. */
    public UUID open() {
        UUID owner = UUID.randomUUID();
        seen.add(owner);
        changed.add(owner);
        return owner;
    }

    /** From now on nothing can be added to it or decided. */
    public void close(UUID owner) {
        changed.remove(owner);
    }

    /** From now on nobody may see it. */
    public void hide(UUID owner) {
        seen.remove(owner);
        changed.remove(owner);
    }

    @Override
    public boolean maySee(UUID owner) {
        return seen.contains(owner) || others.stream().anyMatch(other -> other != this && other.maySee(owner));
    }

    @Override
    public boolean mayChange(UUID owner) {
        return changed.contains(owner) || others.stream().anyMatch(other -> other != this && other.mayChange(owner));
    }

    @Override
    public String nameOf(UUID owner) {
        return "test";
    }
}
