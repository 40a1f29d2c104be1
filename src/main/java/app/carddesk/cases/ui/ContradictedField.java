package app.carddesk.cases.ui;

import app.carddesk.cases.CaseField;
import app.carddesk.cases.Contradiction;
import org.jspecify.annotations.Nullable;

/** At which field of a case a contradiction is told; null where it is not about one that was typed alone. */
final class ContradictedField {

    private ContradictedField() {}

    static @Nullable CaseField<?> of(Contradiction.Kind kind) {
        return switch (kind) {
            case PURCHASE_FAR_FROM_ACTIVATION -> CaseField.PURCHASE_DATE;
            case REPORT_SAVES_EXPIRED_CODE -> CaseField.FIRST_REPORTED;
            case AMOUNT_NOT_FACE_VALUE -> CaseField.PURCHASE_AMOUNT;
            case OTHER_RETAILER -> CaseField.RETAILER;
            case PICTURE_REUSED,
                    RECEIPT_REUSED,
                    OTHER_SERIAL_READ,
                    OTHER_AMOUNT_READ,
                    OTHER_DATE_READ,
                    OTHER_RECEIPT_READ,
                    PROOF_NOT_READ,
                    PICTURES_NOT_COMPARED -> null;
        };
    }
}
