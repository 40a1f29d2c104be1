package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;

/** Accepts everything that waits, after saying once more what that is. */
class AcceptAllDialog extends Dialog {

    AcceptAllDialog(List<Proof> waiting, String serial, ProofActs acts) {
        setHeaderTitle(Texts.t("evidence.acceptAll", waiting.size()));
        addClassName("evidence-dialog");
        String kinds = waiting.stream().map(proof -> Texts.of(proof.kind())).collect(Collectors.joining(", "));
        add(new Paragraph(kinds));
        Checkbox serialSeen = new Checkbox(Texts.t("evidence.serialReadable", serial));
        boolean ask =
                !serial.isBlank() && waiting.stream().anyMatch(proof -> ProofActs.usuallyShowsSerial(proof.kind()));
        if (ask) {
            add(serialSeen);
            serialSeen.setAutofocus(true);
        }
        Button submit = new Button(Texts.t("evidence.accept"), click -> {
            close();
            acts.acceptAll(waiting, ask && serialSeen.getValue());
        });
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.t("evidence.cancel"), click -> close()), submit);
    }
}
