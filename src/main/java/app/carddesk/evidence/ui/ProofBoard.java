package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.UUID;

/**
 * The proofs of one case as places that want to be filled: drop or choose files, see them, accept or refuse each, or
 * say that one cannot be had.
 */
public class ProofBoard extends Composite<Div> {

    /**
     * @param onChange run after every change, so that the page around can draw its verdict again
     */
    public ProofBoard(Proofs proofs, Runnable onChange) {}

    /** Shows the proofs of a case. */
    public void show(UUID owner, List<ProofKind> needed, String serial, boolean editable) {}
}
