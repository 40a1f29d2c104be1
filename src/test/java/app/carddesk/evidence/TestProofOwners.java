package app.carddesk.evidence;

import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens cases for tests of proofs, and lets a test close or hide one of them at once; everything else is asked of the
 * cases themselves.
 */
@Component
@Primary
@Profile("test")
public class TestProofOwners implements ProofOwners {

    /** The serial number those cases are about; no card of the register has it. */
    public static final String SERIAL = "GCA0PROOFS000001";

    private final Set<UUID> closed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> hidden = ConcurrentHashMap.newKeySet();
    private final ObjectProvider<ProofOwners> owners;
    private final ObjectProvider<CaseWork> work;
    private final ObjectProvider<CaseFile> file;

    TestProofOwners(ObjectProvider<ProofOwners> owners, ObjectProvider<CaseWork> work, ObjectProvider<CaseFile> file) {
        this.owners = owners;
        this.work = work;
        this.file = file;
    }

    /** A case of the test's own, opened by whoever is signed in. */
    public UUID open() {
        CaseNumber number = work.getObject().open(new Serial(SERIAL));
        return file.getObject().find(number).orElseThrow().id();
    }

    /** From now on nothing can be added to it or decided. */
    public void close(UUID owner) {
        closed.add(owner);
    }

    /** From now on nobody may see it. */
    public void hide(UUID owner) {
        hidden.add(owner);
    }

    @Override
    public boolean maySee(UUID owner) {
        return !hidden.contains(owner) && owners.stream().anyMatch(module -> module != this && module.maySee(owner));
    }

    @Override
    public boolean mayChange(UUID owner) {
        return maySee(owner)
                && !closed.contains(owner)
                && owners.stream().anyMatch(module -> module != this && module.mayChange(owner));
    }

    @Override
    public void hold(UUID owner) {
        cases().hold(owner);
    }

    @Override
    public Optional<String> serial(UUID owner) {
        return cases().serial(owner);
    }

    @Override
    public String nameOf(UUID owner) {
        return owner.toString();
    }

    @Override
    public List<ProofKind> needed(UUID owner) {
        return cases().needed(owner);
    }

    @Override
    public Optional<Language> language(UUID owner) {
        return cases().language(owner);
    }

    private ProofOwners cases() {
        return owners.stream().filter(module -> module != this).findFirst().orElseThrow();
    }
}
