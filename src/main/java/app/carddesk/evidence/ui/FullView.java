package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pictures as large as the window, one alone or up to three side by side. Esc closes. */
class FullView extends Dialog {

    private static final int SIDE_BY_SIDE = 3;

    private final List<Proof> pictures;
    private final RegionActs regions;
    private final @Nullable ProofActs acts;
    private final String serial;
    private final Div stage = new Div();
    private final Div decide = new Div();
    private final Span name = new Span();
    private final Button several = new Button("", click -> arrange(!isSeveral()));
    private final Button previous = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> step(-1));
    private final Button next = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> step(1));
    private final List<ProofPane> panes = new ArrayList<>();
    private int at;

    /**
     * @param pictures proofs with pictures, in the order of the arrow keys
     * @param regions what can be done with regions of them
     * @param acts what can be decided here, or null where it can only be looked at
     */
    FullView(List<Proof> pictures, UUID first, String serial, RegionActs regions, @Nullable ProofActs acts) {
        this.pictures = new ArrayList<>(pictures);
        this.serial = serial;
        this.regions = regions;
        this.acts = acts;
        addClassName("evidence-full");
        stage.addClassName("evidence-stage");
        name.addClassNames("cd-soft", "cd-small", "evidence-name", "cd-grow");
        several.addThemeVariants(ButtonVariant.TERTIARY);
        several.setVisible(pictures.size() > 1);
        LetterKeys.bind(this, "s", several);
        previous.setAriaLabel(Texts.t("evidence.previous"));
        next.setAriaLabel(Texts.t("evidence.next"));
        add(stage);
        Button close = new Button(VaadinIcon.CLOSE.create(), click -> close());
        close.setAriaLabel(Texts.t("evidence.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        getHeader().add(name, several, close);
        decide.addClassNames("cd-actions", "cd-grow");
        getFooter().add(decide, previous, next);
        at = Math.max(0, pictures.stream().map(Proof::id).toList().indexOf(first));
        arrange(false);
    }

    private boolean isSeveral() {
        return panes.size() > 1;
    }

    private void arrange(boolean sideBySide) {
        panes.clear();
        stage.removeAll();
        stage.setClassName("evidence-several", sideBySide);
        int count = sideBySide ? Math.min(SIDE_BY_SIDE, pictures.size()) : 1;
        at = Math.min(at, pictures.size() - count);
        for (int i = 0; i < count; i++) {
            ProofPane pane = new ProofPane(pictures.get(at + i), false, regions);
            pane.onStep(this::step);
            panes.add(pane);
            stage.add(pane);
        }
        panes.getFirst().viewer().focusFirst();
        several.setText(Texts.t(sideBySide ? "evidence.viewer.oneLarge" : "evidence.viewer.sideBySide"));
        draw();
    }

    private void step(int by) {
        int to = at + by;
        if (to >= 0 && to <= pictures.size() - panes.size()) {
            at = to;
            draw();
        }
    }

    private void draw() {
        decide.removeAll();
        for (int i = 0; i < panes.size(); i++) {
            int number = at + i;
            Proof proof = regions.fresh(pictures.get(number));
            pictures.set(number, proof);
            ProofPane pane = panes.get(i);
            pane.show(proof, Texts.t("evidence.viewer.at", number + 1, pictures.size()));
            pane.foot().removeAll();
            if (acts != null) {
                offer(pane, isSeveral() ? pane.foot() : decide, acts);
            }
        }
        Proof first = pictures.get(at);
        setAriaLabel(isSeveral() ? Texts.t("evidence.viewer.sideBySide") : Texts.of(first.kind()));
        name.setText(isSeveral() ? "" : ProofTexts.fileName(first));
        previous.setEnabled(at > 0);
        next.setEnabled(at + panes.size() < pictures.size());
    }

    /** What is decided is the proof as the pane shows it at that moment. */
    private void offer(ProofPane pane, Div foot, ProofActs deciding) {
        Proof proof = pane.proof();
        if (proof.isWithoutPreview()) {
            foot.add(new Button(Texts.t("evidence.drawAgain"), click -> {
                close();
                deciding.drawAgain(pane.proof());
            }));
        }
        ProofChoices choices = ProofChoices.of(proof, serial);
        if (proof.heldFor() != null) {
            foot.add(new HeldNote(proof.heldFor()));
        }
        if (choices.accept()) {
            foot.add(new Button(Texts.t("evidence.accept"), click -> {
                close();
                deciding.accept(pane.proof(), false);
            }));
        }
        if (choices.acceptWithSerial()) {
            foot.add(new Button(Texts.t("evidence.acceptWithSerial", serial), click -> {
                close();
                deciding.accept(pane.proof(), true);
            }));
        }
        if (choices.refuse()) {
            foot.add(new Button(Texts.t("evidence.refuse"), click -> {
                close();
                deciding.askToRefuse(pane.proof());
            }));
        }
    }
}
