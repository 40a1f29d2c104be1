package app.carddesk.evidence.ui;

import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One picture as large as the window, and the others beside it by arrow keys. Esc closes. */
class FullView extends Dialog {

    private final List<Proof> pictures;
    private final @Nullable ProofActs acts;
    private final String serial;
    private final Div stage = new Div();
    private final Div words = new Div();
    private final Div decide = new Div();
    private final Button previous = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> step(-1));
    private final Button next = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> step(1));
    private int at;

    /**
     * @param pictures proofs with pictures, in the order of the arrow keys
     * @param acts what can be decided here, or null where it can only be looked at
     */
    FullView(List<Proof> pictures, UUID first, String serial, @Nullable ProofActs acts) {
        this.pictures = pictures;
        this.serial = serial;
        this.acts = acts;
        addClassName("evidence-full");
        stage.addClassName("evidence-stage");
        words.addClassNames("cd-row", "cd-grow");
        words.getElement().setAttribute("aria-live", "polite");
        decide.addClassNames("cd-actions", "cd-grow");
        previous.setAriaLabel(Texts.t("evidence.previous"));
        next.setAriaLabel(Texts.t("evidence.next"));
        add(stage);
        Button close = new Button(VaadinIcon.CLOSE.create(), click -> close());
        close.setAriaLabel(Texts.t("evidence.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        getHeader().add(words, close);
        getFooter().add(decide, previous, next);
        Shortcuts.addShortcutListener(this, () -> step(-1), Key.ARROW_LEFT).listenOn(this);
        Shortcuts.addShortcutListener(this, () -> step(1), Key.ARROW_RIGHT).listenOn(this);
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).id().equals(first)) {
                at = i;
            }
        }
        draw();
    }

    private void step(int by) {
        int to = at + by;
        if (to >= 0 && to < pictures.size()) {
            at = to;
            draw();
        }
    }

    private void draw() {
        Proof proof = pictures.get(at);
        setAriaLabel(Texts.of(proof.kind()));
        stage.removeAll();
        stage.add(ProofTexts.picture(proof, PictureSize.FULL));
        Span kind = new Span(Texts.of(proof.kind()));
        kind.addClassName("evidence-kind");
        Span name = new Span(ProofTexts.fileName(proof));
        name.addClassNames("cd-soft", "cd-small", "evidence-name");
        words.removeAll();
        words.add(kind, ProofTexts.badge(proof), name);
        if (proof.originalKept()) {
            words.add(ProofTexts.original(proof));
        }
        if (proof.reason() != null) {
            words.add(new Span(proof.reason()));
        }
        previous.setEnabled(at > 0);
        next.setEnabled(at < pictures.size() - 1);
        decide.removeAll();
        if (acts != null) {
            offer(acts, proof);
        }
    }

    private void offer(ProofActs acts, Proof proof) {
        if (proof.isWithoutPreview()) {
            decide.add(new Button(Texts.t("evidence.drawAgain"), click -> {
                close();
                acts.drawAgain(proof);
            }));
        }
        if (proof.state() != Proof.State.ACCEPTED || proof.serialSeen()) {
            decide.add(new Button(Texts.t("evidence.accept"), click -> {
                close();
                acts.accept(proof, false);
            }));
        }
        if (!serial.isBlank() && !proof.serialSeen()) {
            decide.add(new Button(Texts.t("evidence.acceptWithSerial", serial), click -> {
                close();
                acts.accept(proof, true);
            }));
        }
        if (proof.state() != Proof.State.REFUSED) {
            decide.add(new Button(Texts.t("evidence.refuse"), click -> {
                close();
                acts.askToRefuse(proof);
            }));
        }
    }
}
