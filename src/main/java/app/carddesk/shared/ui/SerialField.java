package app.carddesk.shared.ui;

import app.carddesk.shared.RedemptionCodes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.Registration;

/**
 * A field for a serial number that a redemption code cannot pass: in the browser nothing past a code's third character
 * leaves the field, and here whatever still looks like one is dropped before any listener sees it.
 *
 * <p>The field is rendered read-only; the guard in the browser opens it once it listens. Do not add key listeners to it:
 * they would send the keys one by one, past the guard.
 */
@JsModule("context://code-guard.js")
public class SerialField extends TextField {

    private final CodeGuard guard = new CodeGuard();
    private final Div refusal = new Div();
    private final Span unlocking = new Span();

    public SerialField() {
        setLabel(Texts.t("codeGuard.label"));
        addClassName("cd-serial-field");
        setAutocomplete(Autocomplete.OFF);
        setAutocorrect(false);
        setAutocapitalize(Autocapitalize.CHARACTERS);
        getElement().setAttribute("spellcheck", "false");
        getElement().setAttribute("readonly", "");
        getElement().appendChild(guard.getElement());
        guard.getElement().addEventListener("code-guard-refused", event -> refuse(true));
        guard.getElement().addEventListener("code-guard-unlocked", event -> refusal.remove(unlocking));

        // An empty helper is not shown; an alert is read out even when it appears together with its text.
        refusal.addClassName("cd-code-refused");
        refusal.getElement().setAttribute("role", "alert");
        refusal.getElement().setAttribute("aria-live", "assertive");
        // A telephone shows no keyboard for a read-only field, so there is a button too.
        Button unlock = new Button(Texts.t("codeGuard.goOn"));
        unlock.getElement().setAttribute("data-code-guard-unlock", "");
        unlock.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        unlocking.add(new Span(Texts.t("codeGuard.locked")), unlock);
        setHelperComponent(refusal);
        addValueChangeListener(event -> {
            if (!event.getValue().isEmpty()) {
                refusal.removeAll();
            }
        });
    }

    /** Whoever wants to know that a code was refused; what it was is not told. */
    public Registration addRefusedListener(ComponentEventListener<RefusedEvent> listener) {
        return addListener(RefusedEvent.class, listener);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        guard.hold(readOnly);
    }

    @Override
    protected void setModelValue(String newModelValue, boolean fromClient) {
        if (fromClient
                && (RedemptionCodes.startsLikeCode(newModelValue) || RedemptionCodes.containsCode(newModelValue))) {
            setPresentationValue("");
            super.setModelValue("", true);
            refuse(false);
        } else {
            super.setModelValue(newModelValue, fromClient);
        }
    }

    private void refuse(boolean locked) {
        refusal.removeAll();
        refusal.add(new Span(Texts.t("codeGuard.refused")));
        if (locked) {
            refusal.add(unlocking);
        }
        fireEvent(new RefusedEvent(this));
    }

    /** A redemption code was typed or pasted and not kept. Carries nothing of it. */
    public static class RefusedEvent extends ComponentEvent<SerialField> {
        RefusedEvent(SerialField source) {
            super(source, true);
        }
    }

    @Tag("carddesk-code-guard")
    private static class CodeGuard extends Component {

        void hold(boolean readOnly) {
            getElement().setProperty("held", readOnly);
        }
    }
}
