package app.carddesk.replacements;

import app.carddesk.cases.Contradiction;

/** A reason to look twice; a request that has one goes to a supervisor whatever its amount. */
public enum ReviewFlag {
    /** The same customer was given another replacement in the last 90 days. */
    CUSTOMER_REPLACED_RECENTLY,
    /** The card was itself issued as a replacement. */
    CARD_IS_A_REPLACEMENT,
    /** The customer's e-mail or phone is, or once was, another customer's too. */
    CONTACT_SHARED,
    /** The customer has no e-mail, so the code can be sent nowhere until two people have decided where to. */
    NO_EMAIL,
    /** The customer's e-mail or phone, or the customer, was made another one shortly before, or while the request waits. */
    CONTACT_REWRITTEN,
    /** The customer's e-mail or phone was changed after the replacement was granted. */
    CONTACT_CHANGED,
    /** The requester would issue more without a decision than one person may in a day. */
    PERSON_DAY_LIMIT,
    /** The customer would be given more without a decision than one customer may be in a month. */
    CUSTOMER_MONTH_LIMIT,
    /** More would be issued without a decision than for one card, with those it replaces. */
    CARD_LIMIT,
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
    PICTURES_NOT_COMPARED;

    /** The flag of something that does not fit in the case. */
    public static ReviewFlag of(Contradiction.Kind kind) {
        return switch (kind) {
            case PURCHASE_FAR_FROM_ACTIVATION -> PURCHASE_FAR_FROM_ACTIVATION;
            case REPORT_SAVES_EXPIRED_CODE -> REPORT_SAVES_EXPIRED_CODE;
            case AMOUNT_NOT_FACE_VALUE -> AMOUNT_NOT_FACE_VALUE;
            case OTHER_RETAILER -> OTHER_RETAILER;
            case PICTURE_REUSED -> PICTURE_REUSED;
            case RECEIPT_REUSED -> RECEIPT_REUSED;
            case OTHER_SERIAL_READ -> OTHER_SERIAL_READ;
            case OTHER_AMOUNT_READ -> OTHER_AMOUNT_READ;
            case OTHER_DATE_READ -> OTHER_DATE_READ;
            case OTHER_RECEIPT_READ -> OTHER_RECEIPT_READ;
            case PROOF_NOT_READ -> PROOF_NOT_READ;
            case PICTURES_NOT_COMPARED -> PICTURES_NOT_COMPARED;
        };
    }
}
