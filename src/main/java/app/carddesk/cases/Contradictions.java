package app.carddesk.cases;

import app.carddesk.access.ForDesk;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.evidence.Findings;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.shared.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what does not fit in a case. See {@link Contradiction}. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class Contradictions {

    private final CaseStore cases;
    private final CardRegister cards;
    private final Proofs proofs;
    private final Findings findings;
    private final ReusedProofs reused;
    private final Receipts receipts;
    private final ToldAgainstRegister register;

    Contradictions(
            CaseStore cases,
            CardRegister cards,
            Proofs proofs,
            Findings findings,
            ReusedProofs reused,
            Receipts receipts,
            Installation installation,
            ContradictionSettings settings) {
        this.cases = cases;
        this.cards = cards;
        this.proofs = proofs;
        this.findings = findings;
        this.reused = reused;
        this.receipts = receipts;
        this.register = new ToldAgainstRegister(installation.zone(), settings.purchaseLeewayDays());
    }

    /** What was typed, against the register alone: shown beside the fields while a case is worked on. */
    public List<Contradiction> told(CaseValues values, @Nullable Card card, Instant opened) {
        return register.in(values, card, opened);
    }

    /**
     * Everything in a case that does not fit, as it stands now.
     *
     * @param requester who asks for something by it: what they alone called harmless is no less a reason
     * @throws java.util.NoSuchElementException if there is no such case
     */
    public List<Contradiction> of(UUID caseId, UUID requester) {
        CaseRecord found = cases.get(caseId);
        UUID cardId = found.cardId();
        Card card = cardId == null ? null : cards.find(cardId).orElse(null);
        List<Contradiction> all = new ArrayList<>(register.in(found.values(), card, found.openedAt()));
        if (reused.isReason(caseId, requester)) {
            all.add(new Contradiction.PictureReused());
        }
        receipts.same(caseId).stream()
                .findFirst()
                .ifPresent(same -> all.add(new Contradiction.ReceiptReused(same.number())));
        if (card != null) {
            all.addAll(new ReadOnProofs(
                            proofs.of(caseId),
                            findings.of(caseId),
                            findings.sought(caseId),
                            findings.skipped(caseId),
                            serial -> cards.find(serial).isPresent())
                    .against(card, found.values()));
        }
        if (reused.isUncompared(caseId)) {
            all.add(new Contradiction.PicturesNotCompared());
        }
        return all;
    }

    /** Whether an installed reader looked at every accepted picture of a case; false where only a person did. */
    public boolean areProofsRead(UUID caseId) {
        return findings.sought(caseId)
                .containsAll(proofs.of(caseId).stream()
                        .filter(proof -> proof.state() == Proof.State.ACCEPTED)
                        .map(Proof::id)
                        .toList());
    }

    /** Waits until the pictures of a case are compared with all others, but not in a transaction and not for long. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void settle(UUID caseId, Duration patience) {
        reused.settle(caseId, patience);
    }
}
