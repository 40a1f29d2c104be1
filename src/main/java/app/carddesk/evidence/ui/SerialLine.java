package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofSummary.Standing;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Whether the serial number was seen on a picture, which follows from accepting one, or cannot be. */
class SerialLine extends Composite<Div> {

    void show(Standing standing, @Nullable Proof declaration, @Nullable ProofActs acts) {
        getContent().removeAll();
        getContent().setClassName("evidence-serial cd-row");
        Span name = new Span(Texts.t("evidence.serial"));
        name.addClassName("evidence-kind");
        boolean seen = standing == Standing.ACCEPTED;
        if (seen) {
            getContent().add(name, new Badge(Texts.t("evidence.serial.seen"), Tone.OK));
        } else if (declaration != null) {
            getContent().add(name, ProofTexts.badge(declaration));
            getContent().add(new Span(declaration.reason() == null ? "" : declaration.reason()));
        } else {
            Span hint = new Span(Texts.t("evidence.serial.hint"));
            hint.addClassNames("cd-soft", "cd-small");
            getContent().add(name, new Badge(Texts.t("evidence.state.missing"), Tone.WARN), hint);
        }
        if (declaration != null && declaration.heldFor() != null) {
            getContent().add(new HeldNote(declaration.heldFor()));
        } else if (acts != null && (declaration != null || !seen)) {
            getContent().add(act(declaration != null, acts));
        }
    }

    private static Button act(boolean declared, ProofActs acts) {
        Button button = declared
                ? new Button(Texts.t("evidence.withdraw"), click -> acts.withdraw(ProofKind.SERIAL))
                : new Button(Texts.t("evidence.unobtainable"), click -> acts.askToDeclare(ProofKind.SERIAL));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(
                Texts.t(declared ? "evidence.withdraw.of" : "evidence.unobtainable.of", Texts.of(ProofKind.SERIAL)));
        return button;
    }
}
