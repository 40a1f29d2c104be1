package app.carddesk.evidence.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

/** Says for what a proof is held; why it stays and what can be done instead shows when it is pointed at or reached by Tab. */
class HeldNote extends Span {

    /** @param matter the number of what the proof stands behind */
    HeldNote(String matter) {
        super(Texts.t("evidence.heldFor", matter));
        addClassNames("cd-soft", "cd-small", "cd-nowrap");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "note");
        Tooltip.forComponent(this).setText(ProofTexts.held(matter));
    }
}
