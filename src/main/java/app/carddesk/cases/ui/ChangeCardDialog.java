package app.carddesk.cases.ui;

import app.carddesk.cards.Serial;
import app.carddesk.cases.Change;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.SerialField;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrects which card a case is about. */
final class ChangeCardDialog extends Dialog {

    private final OpenCase open;
    private final @Nullable Serial base;
    private final SerialField serial = new SerialField();

    ChangeCardDialog(OpenCase open) {
        this.open = open;
        this.base = open.contents().serial();
        setHeaderTitle(Texts.t("cases.card.dialog"));
        serial.setManualValidation(true);
        serial.setWidthFull();
        serial.focus();
        Button save = new Button(Texts.t("cases.card.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        Button cancel = new Button(Texts.t("cases.cancel"), event -> close());
        add(serial);
        getFooter().add(cancel, save);
        if (base != null) {
            Button none = new Button(Texts.t("cases.card.takeAway"), event -> change(null));
            none.addThemeVariants(ButtonVariant.TERTIARY);
            getFooter().add(none);
        }
    }

    private void save() {
        String typed = serial.getValue();
        if (RedemptionCodes.startsLikeCode(typed)) {
            serial.clear();
            refuse(Texts.t("cases.desk.code"));
            return;
        }
        Optional<Serial> read = Serial.parse(typed);
        if (read.isEmpty()) {
            refuse(Texts.t("cases.bad.serial"));
        } else {
            change(read.get());
        }
    }

    private void change(@Nullable Serial to) {
        switch (open.editing().changeCard(open.id(), base, to)) {
            case Change.Changed<Serial> _, Change.Unchanged<Serial> _ -> close();
            case Change.Conflict<Serial> conflict -> {
                Serial current = conflict.current();
                Toasts.failure(
                        Texts.t("cases.card.conflict", current == null ? Texts.t("cases.notSaid") : current.value()));
                close();
            }
            case Change.Refused<Serial> refused -> refuse(Texts.of(refused.reason()));
            case Change.BelongsToAnother<Serial> _ -> close();
        }
        open.refresh();
    }

    private void refuse(String words) {
        serial.setErrorMessage(words);
        serial.setInvalid(true);
    }
}
