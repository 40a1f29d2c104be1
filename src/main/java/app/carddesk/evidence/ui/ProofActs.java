package app.carddesk.evidence.ui;

import app.carddesk.evidence.Decision;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.Redraw;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Undo;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** What can be done with the proofs of one case from a screen; each act tells what went wrong and redraws. */
class ProofActs {

    private final Proofs proofs;
    private final UUID owner;
    private final Runnable changed;

    /**
     * @param changed run after every act, done or not, because either way the screen may show something old
     */
    ProofActs(Proofs proofs, UUID owner, Runnable changed) {
        this.proofs = proofs;
        this.owner = owner;
        this.changed = changed;
    }

    void accept(Proof proof, boolean serialSeen) {
        after(proofs.accept(proof, serialSeen));
    }

    /** Accepts all that wait; the first that fails is told, the others are still tried. */
    void acceptAll(List<Proof> waiting, boolean serialSeen) {
        boolean fine = true;
        for (Proof proof : waiting) {
            Decision decision = proofs.accept(proof, serialSeen && usuallyShowsSerial(proof.kind()));
            fine = fine && ProofTexts.told(decision);
        }
        changed.run();
    }

    void askToRefuse(Proof proof) {
        new ReasonDialog(
                        Texts.t("evidence.refuse.title", Texts.of(proof.kind())),
                        Texts.t("evidence.refuse.hint"),
                        Texts.t("evidence.refuse.submit"),
                        reason -> after(proofs.refuse(proof, reason)))
                .open();
    }

    void askToRemove(Proof proof) {
        if (proof.heldFor() != null) {
            Toasts.failure(ProofTexts.held(proof.heldFor()));
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog(
                Texts.t("evidence.remove.title", Texts.of(proof.kind())),
                Texts.t("evidence.remove.hint", Formats.current().number(Undo.SPAN.toMinutes())),
                Texts.t("evidence.remove.submit"),
                confirmed -> remove(proof));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(Texts.t("evidence.cancel"));
        dialog.open();
    }

    private void remove(Proof proof) {
        if (ProofTexts.told(proofs.remove(proof))) {
            Toasts.undo(
                    Texts.t("evidence.removed", Texts.of(proof.kind())),
                    Texts.t("evidence.removed.undo"),
                    () -> putBack(proof));
        }
        changed.run();
    }

    private void putBack(Proof proof) {
        ProofTexts.told(proofs.putBack(proof.id()));
        changed.run();
    }

    void move(Proof proof, ProofKind kind) {
        if (proof.kind() != kind) {
            after(proofs.move(proof, kind));
        }
    }

    void askToDeclare(ProofKind kind) {
        new ReasonDialog(
                        Texts.t("evidence.unobtainable.title", Texts.of(kind)),
                        Texts.t("evidence.unobtainable.hint"),
                        Texts.t("evidence.unobtainable.submit"),
                        reason -> after(proofs.declareUnobtainable(owner, kind, reason)))
                .open();
    }

    void withdraw(ProofKind kind) {
        after(proofs.withdrawDeclaration(owner, kind));
    }

    /** The serial number stands on the back of a card and in the e-mail of a digital one. */
    static boolean usuallyShowsSerial(ProofKind kind) {
        return kind == ProofKind.BACK || kind == ProofKind.EMAIL;
    }

    /** Drawing takes time, so it happens beside the screen, which is told when it is over. */
    void drawAgain(Proof proof) {
        UI ui = UI.getCurrent();
        Runnable work = () -> {
            Redraw redraw = null;
            try {
                redraw = proofs.drawAgain(proof.id());
            } finally {
                Redraw outcome = redraw;
                ui.access(() -> drawn(outcome));
            }
        };
        Thread.ofVirtual().name("evidence-redraw").start(new DelegatingSecurityContextRunnable(work));
    }

    private void drawn(@Nullable Redraw redraw) {
        switch (redraw) {
            case Redraw.Drawn() -> Toasts.success(Texts.t("evidence.drawAgain.done"));
            case Redraw.NotDrawn(var why) -> Toasts.failure(ProofTexts.failure(why));
            case Redraw.Gone() -> Toasts.failure(Texts.t("evidence.decision.gone"));
            case null -> Toasts.failure(Texts.t("evidence.failure.unexpected"));
        }
        changed.run();
    }

    private void after(Decision decision) {
        ProofTexts.told(decision);
        changed.run();
    }
}
