package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proofs;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of an act that needs one. */
class ReasonDialog extends Dialog {

    private final TextArea reason = new TextArea(Texts.t("evidence.reason.label"));
    private final Consumer<String> act;

    /**
     * @param act told the reason; the dialog is closed by then
     */
    ReasonDialog(String title, String hint, String button, Consumer<String> act) {
        this.act = act;
        setHeaderTitle(title);
        addClassName("evidence-dialog");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(Proofs.LONGEST_REASON);
        reason.setAutofocus(true);
        Paragraph explanation = new Paragraph(hint);
        explanation.addClassName("cd-soft");
        add(explanation, reason);
        Button submit = new Button(button, click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.t("evidence.cancel"), click -> close()), submit);
    }

    private void submit() {
        String text = reason.getValue();
        if (text.isBlank()) {
            refuse(Texts.t("evidence.reason.missing"));
        } else if (RedemptionCodes.containsCode(text)) {
            // It is not even kept on the screen.
            reason.clear();
            refuse(Texts.t("evidence.reason.code"));
        } else {
            close();
            act.accept(text);
        }
    }

    private void refuse(String message) {
        reason.setErrorMessage(message);
        reason.setInvalid(true);
        reason.focus();
    }
}
