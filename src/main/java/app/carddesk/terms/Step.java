package app.carddesk.terms;

/** Something to do, with the customer or without, because of a reason. */
public enum Step {
    PROPOSE_LOOK_ALIKES,
    ASK_FOR_PICTURE_OF_BACK,
    ASK_FOR_EMAIL_OR_RECEIPT,
    POINT_TO_TOP_UP_GUIDANCE,
    SHOW_REPLACEMENT,
    SIGN_OUT_AND_IN,
    SHOW_MEMBERSHIP,
    ASK_WHOSE_ACCOUNT,
    ASK_RETAILER,
    EXPLAIN_RISK,
    EXPLAIN_EXPIRY,
    EXPLAIN_BALANCE,
    ASK_PROBLEM,
    ASK_PLACE,
    /** In which country the card was tried, which may not be where it was bought. */
    ASK_COUNTRY_TRIED,
    ASK_ACCOUNT_REGION,
    /** Whether a membership is active, in which case the account's region cannot be changed. */
    ASK_MEMBERSHIP,
    ASK_PURCHASE_DATE,
    ASK_PURCHASE_COUNTRY,
    /** When the card or code first was reported: it decides whether a content code had expired by then. */
    ASK_FIRST_REPORT,
    /** Whether a lost card had already come into the customer's hands (terms, section 7). */
    ASK_WHEN_LOST,
    NAME_RIGHT_PLACE,
    NAME_RIGHT_REGION,
    EXPLAIN_REGION_FIXED,
    OFFER_SUPERVISOR,
    /** Whether nothing covers the code any more. */
    UNCOVER_CODE,
    CHECK_CHARACTERS,
    /** Whether the date printed on a content code has passed. */
    CHECK_EXPIRY,
    TRY_AGAIN,
    COLLECT_FRONT,
    COLLECT_BACK,
    COLLECT_RECEIPT,
    COLLECT_EMAIL,
    CONFIRM_SERIAL,
    REFER_TO_SUPERVISOR,
    REQUEST_REPLACEMENT
}
