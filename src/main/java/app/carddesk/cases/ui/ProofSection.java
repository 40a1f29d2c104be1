package app.carddesk.cases.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseContents;
import app.carddesk.evidence.ui.ProofBoard;
import app.carddesk.evidence.ui.ProofBoards;
import app.carddesk.evidence.ui.ReuseNotices;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.ProofsNeeded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proofs of the case. The board is told only of what changed, so that an upload on it is not disturbed. */
final class ProofSection extends Panel {

    private final ProofBoard board;
    private final OffersPanel offers;
    private final ReuseNotices reuse;
    private @Nullable Shown shown;

    ProofSection(ProofBoards boards, OffersPanel offers, ReuseNotices reuse, Runnable onChange) {
        super(Texts.t("cases.proofs"));
        board = boards.create(onChange);
        this.offers = offers;
        this.reuse = reuse;
        add(reuse, board, offers);
        getElement().setAttribute("tabindex", "-1");
    }

    /** Brings the proofs into sight, with the focus on them. */
    void focus() {
        getElement().executeJs("this.focus()");
    }

    void show(CaseContents contents) {
        Card card = contents.dossier().card();
        Serial serial = contents.serial();
        Shown now = new Shown(
                contents.dossier().summary().id(),
                ProofsNeeded.of(card == null ? CardForm.PHYSICAL : card.form()),
                serial == null ? "" : serial.value(),
                contents.isEditable());
        if (!now.equals(shown)) {
            shown = now;
            board.show(now.owner(), now.needed(), now.serial(), now.editable());
        }
        offers.show(contents);
        reuse.show(now.owner(), now.editable());
    }

    private record Shown(UUID owner, List<ProofKind> needed, String serial, boolean editable) {}
}
