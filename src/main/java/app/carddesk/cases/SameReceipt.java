package app.carddesk.cases;

import java.util.UUID;

/**
 * Another case with the same receipt.
 *
 * @param by what is the same beside its number
 */
public record SameReceipt(UUID caseId, CaseNumber number, By by) {

    /** What two receipts have in common beside their number. */
    public enum By {
        BOTH,
        DATE,
        AMOUNT
    }
}
