package app.carddesk.terms;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.ProofKind;
import java.util.List;

/** The proofs a replacement needs, in the order they are asked for (the articles; the digital list is ours). */
public final class ProofsNeeded {

    private static final List<ProofKind> PHYSICAL =
            List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.SERIAL);
    private static final List<ProofKind> DIGITAL = List.of(ProofKind.EMAIL, ProofKind.RECEIPT, ProofKind.SERIAL);

    private ProofsNeeded() {}

    /** What a card of this form needs: a digital one has no front and back, its e-mail takes their place. */
    public static List<ProofKind> of(CardForm form) {
        return switch (form) {
            case PHYSICAL -> PHYSICAL;
            case DIGITAL -> DIGITAL;
        };
    }
}
