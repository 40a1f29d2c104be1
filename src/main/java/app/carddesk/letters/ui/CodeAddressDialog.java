package app.carddesk.letters.ui;

import app.carddesk.letters.CodeAddressRefusal;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.CodeAddressing;
import app.carddesk.letters.CodeDestination;
import app.carddesk.letters.Letter;
import app.carddesk.shared.Words;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** Asks a second person to let a code go to another address, or once more to the same: where to, and why. */
final class CodeAddressDialog extends Dialog {

    private final String key = Keys.next();
    private final CodeAddresses addresses;
    private final Letter letter;
    private final Runnable done;
    private final TextField to = new TextField(Texts.t("letters.code.to"));
    private final TextArea words = new TextArea(Texts.t("letters.code.words"));
    private final Button ask = new Button(Texts.t("letters.code.ask.yes"), event -> ask());

    /** @param once whether it is about the same address, which then stands there already */
    CodeAddressDialog(
            CodeAddresses addresses, Letter letter, CodeDestination destination, boolean once, Runnable done) {
        this.addresses = addresses;
        this.letter = letter;
        this.done = done;
        setHeaderTitle(Texts.t(once ? "letters.code.once" : "letters.code.elsewhere"));
        addClassName("cd-words-dialog");
        Paragraph why = new Paragraph(
                once
                        ? Texts.t("letters.code.ask.once", destination.letters())
                        : Texts.t("letters.code.ask.text", CodeAddressTexts.address(destination.decided())));
        to.setWidthFull();
        to.setRequiredIndicatorVisible(true);
        to.setReadOnly(once);
        if (once && destination.decided() != null) {
            to.setValue(destination.decided());
        }
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setMaxLength(Words.LONGEST);
        words.setMinRows(3);
        for (HasValidation field : new HasValidation[] {to, words}) {
            field.setManualValidation(true);
        }
        Div fields = new Div(why, to, words);
        fields.addClassName("cd-stack");
        add(fields);
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        getFooter().add(new Button(Texts.t("letters.cancel"), event -> close()), ask);
    }

    @Override
    public void open() {
        super.open();
        if (to.isReadOnly()) {
            words.focus();
        } else {
            to.focus();
        }
    }

    private void ask() {
        to.setInvalid(false);
        words.setInvalid(false);
        CodeAddressing came = addresses.ask(letter.id(), to.getValue(), words.getValue(), key);
        switch (came) {
            case CodeAddressing.Done(var _, var reached) -> {
                Toasts.success(Texts.t("letters.code.reached." + reached.name()));
                close();
                done.run();
            }
            case CodeAddressing.Refused(var why) -> refuse(why);
        }
        ask.setEnabled(true);
    }

    private void refuse(CodeAddressRefusal why) {
        HasValidation field = switch (why) {
            case WORDS_MISSING, WORDS_TOO_LONG, WORDS_HOLD_CODE -> words;
            case NOT_AN_ADDRESS,
                    READS_OTHERWISE,
                    NO_CODE,
                    OWN_CASE,
                    OWN_REQUEST,
                    OWN_REPLACEMENT,
                    OWN_WORK,
                    OWN_ADDRESS,
                    NOT_YOURS,
                    ALREADY_ASKED,
                    NO_NEED,
                    STALE,
                    OVER,
                    UNDER_WAY,
                    KEY -> to;
        };
        field.setErrorMessage(CodeAddressTexts.of(why));
        field.setInvalid(true);
    }
}
