package app.carddesk.letters.ui;

import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.CodeDestination;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterCopy;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.SentLetter;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.UUID;

/** A letter as it was written: what, to which address, when; and a way to send it once more. */
@StyleSheet("context://styles/letters.css")
final class LetterReader extends Dialog {

    private final UUID id = UUID.fromString(Keys.next());
    private final LettersOfCase letters;
    private final CodeAddresses addresses;
    private final Letter letter;
    private final Runnable refresh;
    private final TextField address = new TextField(Texts.t("letters.again.to"));
    private final Button again = new Button(Texts.t("letters.again"), event -> again());

    LetterReader(LettersOfCase letters, CodeAddresses addresses, LetterCopy copy, boolean readOnly, Runnable refresh) {
        this.letters = letters;
        this.addresses = addresses;
        this.letter = copy.letter();
        this.refresh = refresh;
        setHeaderTitle(Texts.of(letter.kind()));
        addClassName("cd-letter-dialog");
        String to = copy.address();
        boolean erased = PersonalValues.ERASED.equals(to)
                || PersonalValues.ERASED.equals(copy.text().body());
        Paragraph where =
                new Paragraph(erased ? Texts.t("personal.erased") : to == null ? Texts.t("letters.noAddress") : to);
        Div head = new Div(LetterWords.badge(letter.state()), where, when());
        head.addClassName("cd-row");
        add(head);
        if (copy.bounceWords() != null) {
            add(LetterWords.bounceWords(copy.bounceWords()));
        }
        if (!erased) {
            add(LetterWords.shown(copy.text(), letter.language().locale().toLanguageTag()));
        }
        getFooter().add(new Button(Texts.t("letters.close"), event -> close()));
        if (!readOnly && !erased && !letter.kind().carriesCode()) {
            getFooter().add(download());
        }
        if (readOnly || erased || letter.state() == LetterState.SENDING) {
            return;
        }
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        Optional<CodeDestination> destination = addresses.of(letter);
        if (destination.isPresent()) {
            code(destination.get());
        } else {
            address.setValue(to == null ? "" : to);
            address.setManualValidation(true);
            address.setHelperText(Texts.t("letters.again.hint"));
            address.setWidthFull();
            add(address);
            getFooter().add(again);
        }
    }

    /** A code goes where it was decided to go; anywhere else, and once too often, is for a second person. */
    private void code(CodeDestination destination) {
        String decided = destination.decided();
        Paragraph why = new Paragraph(
                decided == null
                        ? Texts.t("letters.code.unsaid")
                        : Texts.t("letters.code.why", decided, destination.letters(), destination.most()));
        why.addClassNames("cd-callout", "cd-code-why");
        add(why);
        if (destination.waiting() != null) {
            add(new Paragraph(Texts.t("letters.code.waiting")));
        }
        getFooter()
                .add(new Button(
                        Texts.t(decided == null ? "letters.code.first" : "letters.code.elsewhere"),
                        event -> ask(destination, false)));
        boolean here = letter.state() == LetterState.WAITING || letter.state() == LetterState.FAILED;
        if (decided != null && (here || destination.isOneMoreFree())) {
            address.setValue(decided);
            getFooter().add(again);
        } else if (decided != null) {
            getFooter().add(new Button(Texts.t("letters.code.once"), event -> ask(destination, true)));
        }
    }

    private void ask(CodeDestination destination, boolean once) {
        close();
        new CodeAddressDialog(addresses, letter, destination, once, refresh).open();
    }

    private Anchor download() {
        Anchor download = new Anchor(new LetterDownload(letters, letter), Texts.t("letters.pdf"));
        download.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.t(
                                "letters.pdf.of",
                                Texts.of(letter.kind()),
                                letter.caseNumber().toString()));
        download.addClassName("cd-letter-pdf");
        return download;
    }

    private Paragraph when() {
        Paragraph when = new Paragraph(LetterWords.standing(letter, letters.mail()));
        when.addClassNames("cd-soft", "cd-small");
        return when;
    }

    private void again() {
        switch (letters.again(letter.id(), id, address.getValue())) {
            case SentLetter.Done(var _) -> {
                Toasts.success(Texts.t("letters.done.queued"));
                close();
                refresh.run();
            }
            case SentLetter.Refused(var why) -> {
                if (address.isAttached()) {
                    address.setErrorMessage(LetterWords.of(why));
                    address.setInvalid(true);
                } else {
                    Toasts.failure(LetterWords.of(why));
                }
            }
        }
        again.setEnabled(true);
    }
}
