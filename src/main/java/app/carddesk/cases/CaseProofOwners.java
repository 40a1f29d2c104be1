package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.evidence.ProofChanged;
import app.carddesk.evidence.ProofOwners;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.link.LinkActs;
import app.carddesk.evidence.link.LinkChanged;
import app.carddesk.evidence.reuse.ReuseSeen;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.ProofsNeeded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers for cases as the owners of proofs, and tells their story what happens to them. */
@Component
class CaseProofOwners implements ProofOwners {

    private final CaseStore cases;
    private final OwnCase own;
    private final Timeline timeline;
    private final CurrentPerson currentPerson;
    private final CardRegister cards;
    private final LinkActs links;
    /** Proofs ask back whose they are, so neither can come first. */
    private final ObjectProvider<Proofs> proofs;

    CaseProofOwners(
            CaseStore cases,
            OwnCase own,
            Timeline timeline,
            CurrentPerson currentPerson,
            CardRegister cards,
            LinkActs links,
            ObjectProvider<Proofs> proofs) {
        this.cases = cases;
        this.own = own;
        this.timeline = timeline;
        this.currentPerson = currentPerson;
        this.cards = cards;
        this.links = links;
        this.proofs = proofs;
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
    public void hold(UUID owner) {
        cases.hold(owner);
    }

    @Override
    public Optional<String> serial(UUID owner) {
        return cases.find(owner).map(CaseRecord::serial);
    }

    @Override
    public String nameOf(UUID owner) {
        return cases.get(owner).number().toString();
    }

    @Override
    public List<ProofKind> needed(UUID owner) {
        UUID card = cases.get(owner).cardId();
        CardForm form = card == null
                ? CardForm.PHYSICAL
                : cards.find(card).map(Card::form).orElse(CardForm.PHYSICAL);
        return ProofsNeeded.of(form).stream()
                .filter(kind -> kind != ProofKind.SERIAL)
                .toList();
    }

    @Override
    public Optional<Language> language(UUID owner) {
        return Optional.ofNullable(cases.get(owner).values().get(CaseField.CUSTOMER_LANGUAGE));
    }

    @EventListener
    void on(LinkChanged changed) {
        timeline.tell(
                changed.owner(), "upload_link." + changed.what().name().toLowerCase(Locale.ROOT), null, null, null);
    }

    /**
     * A customer gives nothing more to a case that is closed, nor to one that is opened again without asking anew; and
     * files as they were given are kept only while it is open. Nor is anything put back that was removed from it.
     */
    @EventListener
    void on(CaseStateChanged changed) {
        if (changed.to().isClosed()) {
            links.closeWith(changed.caseId());
            proofs.getObject().dropOriginals(changed.caseId());
            proofs.getObject().destroyRemoved(changed.caseId());
        }
    }

    @EventListener
    void on(ProofChanged changed) {
        timeline.tellOf(
                changed.proof(),
                changed.owner(),
                "proof." + changed.what().name().toLowerCase(Locale.ROOT),
                Canonical.enumeration(changed.kind()),
                changed.text());
    }

    @EventListener
    void on(ReuseSeen seen) {
        timeline.tell(seen.owner(), "proof.reuse_seen", null, null, seen.reason());
    }

    private boolean worksAtTheDesk() {
        return currentPerson.has(Role.AGENT) || currentPerson.has(Role.SUPERVISOR);
    }
}
