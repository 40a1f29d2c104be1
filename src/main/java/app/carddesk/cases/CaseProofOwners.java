package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.evidence.ProofChanged;
import app.carddesk.evidence.ProofOwners;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers for cases as the owners of proofs, and tells their story what happens to them. */
@Component
class CaseProofOwners implements ProofOwners {

    private final CaseStore cases;
    private final OwnCase own;
    private final Timeline timeline;
    private final CurrentPerson currentPerson;

    CaseProofOwners(CaseStore cases, OwnCase own, Timeline timeline, CurrentPerson currentPerson) {
        this.cases = cases;
        this.own = own;
        this.timeline = timeline;
        this.currentPerson = currentPerson;
    }

    @Override
    public boolean maySee(UUID owner) {
        return worksAtTheDesk() && cases.find(owner).isPresent();
    }

    @Override
    public boolean mayChange(UUID owner) {
        return worksAtTheDesk()
                && cases.find(owner).map(found -> !found.state().isClosed()).orElse(false)
                && !own.is(owner);
    }

    @Override
    public String nameOf(UUID owner) {
        return cases.get(owner).number().toString();
    }

    @EventListener
    void on(ProofChanged changed) {
        timeline.tell(
                changed.owner(),
                "proof." + changed.what().name().toLowerCase(Locale.ROOT),
                null,
                Canonical.enumeration(changed.kind()),
                changed.text());
    }

    private boolean worksAtTheDesk() {
        return currentPerson.has(Role.AGENT) || currentPerson.has(Role.SUPERVISOR);
    }
}
