package app.carddesk.evidence.ui;

import app.carddesk.evidence.Covering;
import app.carddesk.evidence.Marking;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofMark;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;

/** What can be done with regions of pictures from a screen; each act tells what went wrong and redraws. */
class RegionActs {

    private final Proofs proofs;
    private final boolean editable;
    private final Runnable changed;

    /**
     * @param editable whether regions can be marked and covered here
     * @param changed run after every act, done or not, because either way the screen may show something old
     */
    RegionActs(Proofs proofs, boolean editable, Runnable changed) {
        this.proofs = proofs;
        this.editable = editable;
        this.changed = changed;
    }

    boolean isEditable() {
        return editable;
    }

    /** The proof as it stands now; as it was seen if it is not there any more. */
    Proof fresh(Proof seen) {
        return proofs.of(seen.owner()).stream()
                .filter(proof -> proof.id().equals(seen.id()))
                .findFirst()
                .orElse(seen);
    }

    List<ProofMark> marks(Proof proof) {
        return proofs.marks(List.of(proof.id()));
    }

    /**
     * Asks what is to be seen in a region, and marks it.
     *
     * @param after run when that is done or put aside
     */
    void askToMark(Proof proof, int page, PageArea area, Runnable after) {
        new MarkDialog(
                        note -> {
                            told(proofs.mark(proof.id(), page, area, note));
                            after.run();
                        },
                        after)
                .open();
    }

    void unmark(ProofMark mark) {
        told(proofs.unmark(mark.id()));
    }

    /** Asks whether a region shall really be covered for good, and covers it; {@code after} as in marking. */
    void askToCover(Proof proof, int page, PageArea area, Runnable after) {
        if (proof.heldFor() != null) {
            Toasts.failure(ProofTexts.held(proof.heldFor()));
            after.run();
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog(
                Texts.t("evidence.cover.title"),
                Texts.t("evidence.cover.hint"),
                Texts.t("evidence.cover.submit"),
                confirmed -> {
                    told(proofs.cover(proof.id(), page, area));
                    after.run();
                });
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(Texts.t("evidence.cancel"));
        dialog.addCancelListener(cancelled -> after.run());
        dialog.open();
    }

    private void told(Covering covering) {
        switch (covering) {
            case Covering.Done(Proof proof) -> Toasts.success(Texts.t("evidence.cover.done"));
            case Covering.Gone() -> Toasts.failure(Texts.t("evidence.decision.gone"));
            case Covering.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
            case Covering.Held(String matter) -> Toasts.failure(ProofTexts.held(matter));
            case Covering.Busy() -> Toasts.failure(Texts.t("evidence.cover.busy"));
        }
        changed.run();
    }

    private void told(Marking marking) {
        Formats formats = Formats.current();
        switch (marking) {
            case Marking.Done(ProofMark mark) -> {}
            case Marking.Gone() -> Toasts.failure(Texts.t("evidence.decision.gone"));
            case Marking.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
            case Marking.Held(String matter) -> Toasts.failure(ProofTexts.held(matter));
            case Marking.TooMany(int limit) -> Toasts.failure(Texts.t("evidence.mark.tooMany", formats.number(limit)));
            case Marking.NoteTooLong(int limit) ->
                Toasts.failure(Texts.t("evidence.reason.tooLong", formats.number(limit)));
            case Marking.CodeInNote() -> Toasts.failure(Texts.t("evidence.reason.code"));
        }
        changed.run();
    }
}
