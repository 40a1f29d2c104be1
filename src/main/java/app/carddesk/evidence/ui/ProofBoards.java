package app.carddesk.evidence.ui;

import app.carddesk.evidence.EvidenceNews;
import app.carddesk.evidence.Proofs;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes boards, with everything they need, and does for the page around them what is done with proofs outside a board. */
@Component
public class ProofBoards {

    private final Proofs proofs;
    private final EvidenceNews news;
    private final PhoneDialogs phone;

    ProofBoards(Proofs proofs, EvidenceNews news, PhoneDialogs phone) {
        this.proofs = proofs;
        this.news = news;
        this.phone = phone;
    }

    /**
     * A board without a case yet.
     *
     * @param onChange run after every change, wherever it was made, so that the page around can draw its verdict again
     */
    public ProofBoard create(Runnable onChange) {
        return new ProofBoard(proofs, news, phone, onChange);
    }

    /** Puts a removed proof back, and tells if that is not possible any more; open boards show it by themselves. */
    public void putBack(UUID proof) {
        ProofTexts.told(proofs.putBack(proof));
    }
}
