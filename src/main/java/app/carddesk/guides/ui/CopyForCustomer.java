package app.carddesk.guides.ui;

import app.carddesk.guides.Guide;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;

/** Puts the part of a guide that is for the customer into the clipboard, as plain text. */
final class CopyForCustomer extends Button {

    CopyForCustomer(Guide guide) {
        super(Texts.t("guides.copy"));
        addClassName("cd-guide-copy");
        Clipboard.onClick(this)
                .writeText(
                        guide.forCustomer(),
                        done -> Toasts.success(
                                Texts.t("guides.copied", guide.language().nativeName())),
                        refused -> Toasts.failure(Texts.t("guides.notCopied")));
    }
}
