package app.carddesk.evidence.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

/** Says for what a proof is held; why it stays and what can be done instead shows when it is pointed at or reached by Tab. */
class HeldNote extends Span {

    /** Stands for the number in the words around it. */
    private static final String PLACE = "\u0000";

    /** @param matter the number of what the proof stands behind */
    HeldNote(String matter) {
        String[] around = Texts.t("evidence.heldFor", PLACE).split(PLACE, 2);
        Span number = new Span(matter);
        number.addClassName("cd-nowrap");
        add(new Text(around[0]), number, new Text(around[1]));
        addClassNames("cd-soft", "cd-small");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "note");
        Tooltip.forComponent(this).setText(ProofTexts.held(matter));
    }
}
