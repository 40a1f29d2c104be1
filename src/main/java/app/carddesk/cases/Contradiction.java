package app.carddesk.cases;

import app.carddesk.evidence.Finding;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Worth;
import java.time.LocalDate;

/**
 * Something in a case that does not fit what the register, a proof or another case says, with both sides of it. It may
 * be an honest mistake: it decides nothing, and is a reason for a second pair of eyes.
 */
public sealed interface Contradiction {

    Kind kind();

    /** What does not fit. */
    enum Kind {
        /** The day of purchase is further from the day of activation than the leeway. */
        PURCHASE_FAR_FROM_ACTIVATION,
        /** Only what was typed as the first report keeps a code from having expired. */
        REPORT_SAVES_EXPIRED_CODE,
        /** What was paid is not what the card was sold for. */
        AMOUNT_NOT_FACE_VALUE,
        /** The shop is not the register's. */
        OTHER_RETAILER,
        /** A picture of the case was given in another case. */
        PICTURE_REUSED,
        /** Another case has the same receipt. */
        RECEIPT_REUSED,
        /** A proof shows another serial number. */
        OTHER_SERIAL_READ,
        /** A proof shows another sum. */
        OTHER_AMOUNT_READ,
        /** A proof shows another day of purchase. */
        OTHER_DATE_READ,
        /** A proof shows another number of the receipt. */
        OTHER_RECEIPT_READ,
        /** A reader that is installed could not read what a proof is there to show. */
        PROOF_NOT_READ,
        /** The pictures of the case are not compared with those of other cases yet. */
        PICTURES_NOT_COMPARED
    }

    record PurchaseFarFromActivation(LocalDate bought, LocalDate activated) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.PURCHASE_FAR_FROM_ACTIVATION;
        }
    }

    /** @param opened when the case was opened, which is when the desk itself first heard of it */
    record ReportSavesExpiredCode(LocalDate reported, LocalDate expiry, LocalDate opened) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.REPORT_SAVES_EXPIRED_CODE;
        }
    }

    record AmountNotFaceValue(Money paid, Worth faceValue) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.AMOUNT_NOT_FACE_VALUE;
        }
    }

    record OtherRetailer(String told, String registered) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.OTHER_RETAILER;
        }
    }

    record PictureReused() implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.PICTURE_REUSED;
        }
    }

    /** @param other the newest of the cases that have it */
    record ReceiptReused(CaseNumber other) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.RECEIPT_REUSED;
        }
    }

    /** @param read as it was read, in capitals and without blanks; perhaps no whole serial number */
    record OtherSerialRead(ProofKind proof, String read) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.OTHER_SERIAL_READ;
        }
    }

    /** @param told what was typed, or what the card was sold for while nothing is */
    record OtherAmountRead(Finding.Sum read, Money told) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.OTHER_AMOUNT_READ;
        }
    }

    record OtherDateRead(LocalDate read, LocalDate told) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.OTHER_DATE_READ;
        }
    }

    record OtherReceiptRead(String read, String told) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.OTHER_RECEIPT_READ;
        }
    }

    record ProofNotRead(ProofKind proof) implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.PROOF_NOT_READ;
        }
    }

    record PicturesNotCompared() implements Contradiction {
        @Override
        public Kind kind() {
            return Kind.PICTURES_NOT_COMPARED;
        }
    }
}
