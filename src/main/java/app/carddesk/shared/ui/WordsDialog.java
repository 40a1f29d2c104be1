package app.carddesk.shared.ui;

import app.carddesk.shared.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Asks for words and hands them on. It has one key for as long as it is open, so that a second click is the same act;
 * what was typed stays until the act is done.
 */
public class WordsDialog extends Dialog {

    private final String key = Keys.next();
    private final TextArea words = new TextArea();
    private final Button confirm = new Button();
    private final boolean required;
    private final BiFunction<String, String, Boolean> act;

    /**
     * @param required whether the act needs words
     * @param act takes the words and the key; false keeps the dialog open
     */
    public WordsDialog(
            String title,
            String explanation,
            String label,
            String button,
            boolean required,
            BiFunction<String, String, Boolean> act) {
        this.required = required;
        this.act = act;
        setHeaderTitle(title);
        addClassName("cd-words-dialog");

        words.setLabel(label);
        words.setRequiredIndicatorVisible(required);
        words.setMaxLength(Words.LONGEST);
        words.setMinRows(4);
        words.setMaxRows(12);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        words.addValueChangeListener(event -> words.setInvalid(false));
        add(new Paragraph(explanation), words);

        confirm.setText(button);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> confirm());
        getFooter().add(new Button(Texts.t("replacements.cancel"), event -> close()), confirm);
    }

    @Override
    public void open() {
        super.open();
        words.focus();
    }

    private void confirm() {
        Optional<Words.Fault> fault = required || !words.isEmpty() ? Words.fault(words.getValue()) : Optional.empty();
        fault.ifPresent(found -> {
            words.setErrorMessage(Faults.of(found));
            words.setInvalid(true);
            words.focus();
        });
        if (fault.isEmpty() && act.apply(words.getValue(), key)) {
            close();
        } else {
            confirm.setEnabled(true);
        }
    }
}
