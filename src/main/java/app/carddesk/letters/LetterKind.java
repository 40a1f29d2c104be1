package app.carddesk.letters;

import app.carddesk.terms.Outcome;

/** What a letter tells the customer: what a verdict comes to, or what became of a request. */
public enum LetterKind {
    UNKNOWN_CARD,
    OTHER_GUIDANCE,
    ALREADY_REPLACED,
    REFER_VOIDED,
    REFRESH_BALANCE,
    SUPERVISOR,
    ASK_ACCOUNT,
    RETAILER_FIRST,
    NOT_COVERED,
    CODE_EXPIRED,
    NOTHING_LEFT,
    NEEDS_FACTS,
    WRONG_PLACE,
    REDEEM_IN_REGION,
    CHECK_CHARACTERS,
    TRY_AGAIN,
    NEEDS_EVIDENCE,
    REPLACE,
    REQUEST_RECEIVED,
    REQUEST_RETURNED,
    WAITING_FOR_STOCK,
    /** The one letter with a redemption code; Carddesk writes it when a replacement is issued. */
    REPLACEMENT_ISSUED,
    /** Carries the supervisor's reason; Carddesk writes it when a request is refused. */
    REQUEST_REFUSED;

    /** The letter that tells a verdict. */
    static LetterKind of(Outcome outcome) {
        return switch (outcome) {
            case UNKNOWN_CARD -> UNKNOWN_CARD;
            case OTHER_GUIDANCE -> OTHER_GUIDANCE;
            case ALREADY_REPLACED -> ALREADY_REPLACED;
            case REFER_VOIDED -> REFER_VOIDED;
            case REFRESH_BALANCE -> REFRESH_BALANCE;
            case SUPERVISOR -> SUPERVISOR;
            case ASK_ACCOUNT -> ASK_ACCOUNT;
            case RETAILER_FIRST -> RETAILER_FIRST;
            case NOT_COVERED -> NOT_COVERED;
            case CODE_EXPIRED -> CODE_EXPIRED;
            case NOTHING_LEFT -> NOTHING_LEFT;
            case NEEDS_FACTS -> NEEDS_FACTS;
            case WRONG_PLACE -> WRONG_PLACE;
            case REDEEM_IN_REGION -> REDEEM_IN_REGION;
            case CHECK_CHARACTERS -> CHECK_CHARACTERS;
            case TRY_AGAIN -> TRY_AGAIN;
            case NEEDS_EVIDENCE -> NEEDS_EVIDENCE;
            case REPLACE -> REPLACE;
        };
    }

    /** Whether it carries a redemption code once it is sent; such a letter is mailed and never printed. */
    public boolean carriesCode() {
        return this == REPLACEMENT_ISSUED;
    }

    /** Whether an agent can write it on a case; the others follow from what was decided. */
    public boolean isWrittenByHand() {
        return this != REPLACEMENT_ISSUED && this != REQUEST_REFUSED;
    }
}
