package app.carddesk.cards.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.CorrectionKind;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.Journal;
import app.carddesk.shared.Content;
import app.carddesk.shared.Money;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.AmountField;
import app.carddesk.shared.ui.Faults;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;

/** Asks for a correction: what shall stand on the card, why, and what a second supervisor will be shown. */
class CorrectionDialog extends Dialog {

    private final String key = Keys.next();
    private final CorrectionKind kind;
    private final Card card;
    private final Corrections corrections;
    private final Runnable done;

    private final AmountField amount = new AmountField();
    private final IntegerField pieces = new IntegerField();
    private final Select<Journal.Entry> entry = new Select<>();
    private final Select<CorrectionReason> reason = new Select<>();
    private final TextArea words = new TextArea(Texts.t("cards.correction.why"));
    private final Paragraph preview = new Paragraph();
    private final Button ask = new Button(Texts.t("cards.correction.ask.yes"), event -> ask());

    CorrectionDialog(
            CorrectionKind kind, Card card, List<Journal.Entry> reversible, Corrections corrections, Runnable done) {
        this.kind = kind;
        this.card = card;
        this.corrections = corrections;
        this.done = done;
        setHeaderTitle(Texts.t(
                "cards.correction.ask.title." + kind.name(), card.serial().value()));
        addClassName("cd-words-dialog");
        Div fields = new Div();
        fields.addClassNames("cd-stack", "cd-correction-ask");
        fields.add(new Paragraph(Texts.t("cards.correction.ask.text." + kind.name())));
        switch (kind) {
            case ACTIVATION -> {}
            case BALANCE -> fields.add(amountField());
            case REVERSAL -> fields.add(entryField(reversible));
        }
        reason.setLabel(Texts.t("cards.correction.reason"));
        reason.setItems(CorrectionReason.values());
        reason.setItemLabelGenerator(Texts::of);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setMaxLength(Words.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        preview.addClassNames("cd-callout", "cd-correction-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        fields.add(preview, reason, words);
        add(fields);
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        getFooter().add(new Button(Texts.t("replacements.cancel"), event -> close()), ask);
        preview();
    }

    private Component amountField() {
        return switch (card.balance()) {
            case Money money -> {
                amount.setLabel(
                        Texts.t("cards.correction.amount", money.currency().getCurrencyCode()));
                amount.setValue(AmountField.text(money, money.currency()));
                amount.setRequiredIndicatorVisible(true);
                amount.setValueChangeMode(ValueChangeMode.LAZY);
                amount.addValueChangeListener(event -> preview());
                amount.setWidthFull();
                yield amount;
            }
            case Content content -> {
                pieces.setLabel(Texts.t("cards.correction.amount", "").strip());
                pieces.setValue(Math.toIntExact(content.quantity()));
                pieces.setRequiredIndicatorVisible(true);
                pieces.setManualValidation(true);
                pieces.setValueChangeMode(ValueChangeMode.LAZY);
                pieces.addValueChangeListener(event -> preview());
                pieces.setWidthFull();
                yield pieces;
            }
        };
    }

    private Select<Journal.Entry> entryField(List<Journal.Entry> reversible) {
        Formats formats = Formats.current();
        entry.setLabel(Texts.t("cards.correction.entry"));
        entry.setItems(reversible);
        entry.setItemLabelGenerator(item -> Texts.t(
                "cards.correction.entry.item",
                Texts.of(item.kind()),
                formats.money(item.amount()),
                formats.dateTime(item.at())));
        entry.setValue(reversible.getLast());
        entry.addValueChangeListener(event -> preview());
        entry.setWidthFull();
        return entry;
    }

    /** What will be asked for; empty if the amount cannot be one. */
    private Optional<CorrectionWish> wish() {
        return switch (kind) {
            case ACTIVATION -> Optional.of(new CorrectionWish.Activation(card.id(), card.balance()));
            case BALANCE -> worth().map(after -> new CorrectionWish.Balance(card.id(), card.balance(), after));
            case REVERSAL ->
                Optional.of(new CorrectionWish.Reversal(
                        card.id(), card.balance(), entry.getValue().id()));
        };
    }

    private Optional<Worth> worth() {
        return switch (card.balance()) {
            case Money money -> amount.require(money.currency()).map(Worth.class::cast);
            case Content content -> {
                Integer typed = pieces.getValue();
                pieces.setInvalid(typed == null || typed < 0);
                pieces.setErrorMessage(Texts.t("cards.correction.amount.bad"));
                yield pieces.isInvalid() ? Optional.empty() : Optional.of(new Content(content.item(), typed));
            }
        };
    }

    private boolean preview() {
        Optional<CorrectionWish> wish = wish();
        if (wish.isEmpty()) {
            preview.setText(amount.isInvalid() ? amount.getErrorMessage() : Texts.t("cards.correction.amount.bad"));
            return false;
        }
        return switch (corrections.preview(wish.get())) {
            case Corrections.Preview.Fine(Worth before, Worth after) -> {
                preview.setText(CorrectionTexts.change(before, after));
                yield true;
            }
            case Corrections.Preview.NotPossible(var why) -> {
                preview.setText(CorrectionTexts.of(why));
                yield false;
            }
        };
    }

    private void ask() {
        Optional<Words.Fault> fault = Words.fault(words.getValue());
        words.setInvalid(fault.isPresent());
        fault.ifPresent(found -> words.setErrorMessage(Faults.of(found)));
        reason.setInvalid(reason.isEmpty());
        reason.setErrorMessage(Texts.t("cards.correction.reason.missing"));
        Optional<CorrectionWish> wish = wish();
        if (preview()
                && fault.isEmpty()
                && !reason.isEmpty()
                && CorrectionTexts.tell(
                        corrections.ask(wish.orElseThrow(), reason.getValue(), words.getValue(), key))) {
            close();
            done.run();
        } else {
            ask.setEnabled(true);
        }
    }
}
