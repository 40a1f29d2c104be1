package broken.payments.cards.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

class QuickYes {

    ConfirmDialog question() {
        return new ConfirmDialog();
    }
}
