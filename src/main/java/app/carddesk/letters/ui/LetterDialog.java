package app.carddesk.letters.ui;

import app.carddesk.letters.LetterKind;
import app.carddesk.letters.LetterText;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.LettersOfCase.Proposal;
import app.carddesk.letters.LettersOfCase.Wanted;
import app.carddesk.letters.SentLetter;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it goes out: what the template makes of the case, to read and to change. It has one identifier for as
 * long as it is open, so that a second click is the same letter.
 */
@StyleSheet("context://styles/letters.css")
final class LetterDialog extends Dialog {

    private final UUID id = UUID.fromString(Keys.next());
    private final LettersOfCase letters;
    private final UUID caseId;
    private final Runnable refresh;
    private final Select<LetterKind> kind = new Select<>();
    private final Select<Language> language = new Select<>();
    private final TextField address = new TextField(Texts.t("letters.to"));
    private final TextField subject = new TextField(Texts.t("letters.subject"));
    private final TextArea body = new TextArea(Texts.t("letters.body"));
    private final Button send = new Button(Texts.t("letters.send"), event -> write(address.getValue()));
    private final Button paper = new Button(Texts.t("letters.paper"), event -> write(null));

    LetterDialog(LettersOfCase letters, UUID caseId, LetterKind suiting, Runnable refresh) {
        this.letters = letters;
        this.caseId = caseId;
        this.refresh = refresh;
        setHeaderTitle(Texts.t("letters.write"));
        addClassName("cd-letter-dialog");

        kind.setLabel(Texts.t("letters.kind"));
        kind.setItems(Arrays.stream(LetterKind.values())
                .filter(LetterKind::isWrittenByHand)
                .toList());
        kind.setItemLabelGenerator(Texts::of);
        language.setLabel(Texts.t("letters.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::nativeName);
        address.setHelperText(Texts.t("letters.to.hint"));
        subject.setMaxLength(LetterText.LONGEST_SUBJECT);
        body.setMaxLength(LetterText.LONGEST_BODY);
        body.setMinRows(12);
        body.setMaxRows(24);
        for (HasValidation field : List.of(address, subject, body)) {
            field.setManualValidation(true);
        }

        Proposal proposal = letters.propose(caseId, suiting, null);
        show(proposal);
        address.setValue(proposal.address() == null ? "" : proposal.address());
        kind.addValueChangeListener(event -> again(event.isFromClient()));
        language.addValueChangeListener(event -> again(event.isFromClient()));

        Div choices = new Div(kind, language, address);
        choices.addClassName("cd-letter-choices");
        subject.setWidthFull();
        body.setWidthFull();
        add(choices, subject, body);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        paper.setDisableOnClick(true);
        getFooter().add(new Button(Texts.t("letters.cancel"), event -> close()), paper, send);
    }

    private void again(boolean byHand) {
        if (byHand) {
            show(letters.propose(caseId, kind.getValue(), language.getValue()));
        }
    }

    private void show(Proposal proposal) {
        kind.setValue(proposal.kind());
        language.setValue(proposal.language());
        subject.setValue(proposal.text().subject());
        body.setValue(proposal.text().body());
        String tag = proposal.language().locale().toLanguageTag();
        subject.getElement().setAttribute("lang", tag);
        body.getElement().setAttribute("lang", tag);
    }

    private void write(@Nullable String to) {
        List.of(address, subject, body).forEach(field -> ((HasValidation) field).setInvalid(false));
        SentLetter answer = letters.write(new Wanted(
                id,
                caseId,
                kind.getValue(),
                language.getValue(),
                new LetterText(subject.getValue(), body.getValue()),
                to));
        switch (answer) {
            case SentLetter.Done(var _) -> {
                Toasts.success(Texts.t(to == null ? "letters.done.printed" : "letters.done.queued"));
                close();
                refresh.run();
            }
            case SentLetter.Refused(var why) -> refuse(why);
        }
        send.setEnabled(true);
        paper.setEnabled(true);
    }

    private void refuse(SentLetter.Refusal why) {
        HasValidation field = switch (why) {
            case NOT_AN_ADDRESS, READS_OTHERWISE -> address;
            case SUBJECT_MISSING -> subject;
            case BODY_MISSING, TOO_LONG, HOLDS_CODE, OWN_CASE, UNDER_WAY, CODE_ELSEWHERE, CODE_OFTEN, NOT_BY_HAND ->
                body;
        };
        field.setErrorMessage(LetterWords.of(why));
        field.setInvalid(true);
    }
}
