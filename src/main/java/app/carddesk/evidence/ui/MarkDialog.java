package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proofs;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks what is to be seen in a region that is being marked; that may stay unsaid. */
class MarkDialog extends Dialog {

    private final TextField note = new TextField(Texts.t("evidence.mark.note"));
    private final Consumer<String> act;

    /**
     * @param act told the note, blank if there is none
     * @param left run when the dialog is left without a word
     */
    MarkDialog(Consumer<String> act, Runnable left) {
        this.act = act;
        setHeaderTitle(Texts.t("evidence.mark.title"));
        addClassName("evidence-dialog");
        note.setWidthFull();
        note.setMaxLength(Proofs.LONGEST_NOTE);
        note.setHelperText(Texts.t("evidence.mark.hint"));
        note.setAutofocus(true);
        add(note);
        Button submit = new Button(Texts.t("evidence.mark.submit"), click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(Texts.t("evidence.cancel"), click -> leave(left)), submit);
        addDialogCloseActionListener(closed -> leave(left));
    }

    private void leave(Runnable left) {
        close();
        left.run();
    }

    private void submit() {
        if (RedemptionCodes.containsCode(note.getValue())) {
            // It is not even kept on the screen.
            note.clear();
            note.setErrorMessage(Texts.t("evidence.reason.code"));
            note.setInvalid(true);
            note.focus();
        } else {
            String text = note.getValue();
            close();
            act.accept(text);
        }
    }
}
